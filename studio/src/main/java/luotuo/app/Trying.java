package luotuo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import luotuo.chat.Calibration;
import luotuo.chat.Cues;
import luotuo.chat.OwnLines;
import luotuo.chat.Summaries;
import luotuo.chat.Voice;
import luotuo.corpus.Scene;
import luotuo.eval.fidelity.Fidelity;
import luotuo.eval.fidelity.HeldOut;
import luotuo.eval.fidelity.Report;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.memory.Memory;
import luotuo.memory.Query;
import luotuo.memory.Recall;
import luotuo.memory.Span;
import luotuo.model.ChatModel;
import luotuo.model.Embedder;
import luotuo.model.LikelihoodModel;
import luotuo.persona.Persona;
import luotuo.prompt.Excerpt;
import luotuo.store.ScratchFolder;

/// Tries a voice with held-out scenes. The memory of what is left is made beside the persona's own,
/// which stays as it is, and is gone afterwards.
final class Trying {
  private static final int SCENES = 3;
  private static final int ROUND = 2;

  private final Studio studio;
  private final Speaking how;
  private final Evaluations.Held held;
  private final Progress progress;

  Trying(Studio studio, Speaking how, Evaluations.Held held, Progress progress) {
    this.studio = studio;
    this.how = how;
    this.held = held;
    this.progress = progress;
  }

  Report on(Persona persona) {
    HeldOut parts = HeldOut.of(persona, held.samples(), held.seed());
    Path work = studio.workspace().ready(studio.workspace().scratch());
    try (ScratchFolder scratch = ScratchFolder.in(work);
        Memory memory = memory(parts.rest(), scratch.path().resolve("index"))) {
      return with(parts, memory);
    }
  }

  private Memory memory(Persona rest, Path index) {
    return Memory.open(
        held.recall() ? rest.scenes() : List.of(),
        held.recall() ? Cues.of(rest) : List.of(),
        index,
        embedder(rest),
        Models.words(rest.language()),
        progress);
  }

  private Embedder embedder(Persona rest) {
    return studio.models().embedder(rest.language());
  }

  private Report with(HeldOut parts, Memory memory) {
    Persona rest = parts.rest();
    Optional<LikelihoodModel> likelihood = likelihood();
    try {
      Fidelity.Tools tools =
          new Fidelity.Tools(
              voice(rest, memory),
              likelihood,
              embedder(rest),
              held.recall() ? Optional.of(recall(memory)) : Optional.empty(),
              held.judge().flatMap(judge -> studio.model(judge, _ -> {})));
      return Fidelity.of(parts, tools, held.seed(), progress);
    } finally {
      likelihood.ifPresent(LikelihoodModel::close);
    }
  }

  private Voice voice(Persona rest, Memory memory) {
    double declineBelow = rest.declineBelow().orElseGet(() -> Calibration.floor(rest.scope()));
    OwnLines own = new OwnLines(rest, memory, studio.models().judge(rest.language()), declineBelow);
    Optional<ChatModel> model = studio.model(how, _ -> {});
    return model
        .<Voice>map(speaks -> studio.voice(rest, how, own, speaks, Summaries.NONE))
        .orElse(own);
  }

  /// Of the model that speaks; empty where it does not tell how likely a text is.
  private Optional<LikelihoodModel> likelihood() {
    Optional<String> model = how.model().or(() -> Defaults.of(studio.workspace()).model());
    if (how.replay().isEmpty() && model.filter(m -> !m.equals(Speaking.OWN_LINES)).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(studio.opens().likelihood(how.withModel(model.orElse(""))));
    } catch (Failure e) {
      if (e.problem().key().equals("model.noLikelihood")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// The nearest scenes, each with the turns round what came to mind.
  private static Function<String, List<Excerpt>> recall(Memory memory) {
    return text ->
        memory.scenes(Query.of(text, SCENES)).stream()
            .map(Recall::span)
            .map(Trying::excerpt)
            .toList();
  }

  private static Excerpt excerpt(Span span) {
    Scene scene = span.scene();
    int to = Math.min(scene.turns().size(), span.to() + ROUND);
    return new Excerpt(scene, Math.max(0, span.from() - ROUND), to);
  }
}
