package luotuo.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.memory.Recall;
import luotuo.memory.Span;
import luotuo.persona.Persona;

/// A persona's wordings as cues for its memory: each leads to the first reply of its scene, or, for
/// a question that was never answered, nowhere.
public final class Cues {
  static final String UNTOLD = "untold";

  private Cues() {}

  public static List<Span> of(Persona persona) {
    List<Span> cues = new ArrayList<>();
    for (Scene scene : persona.scenes()) {
      List<String> questions = persona.wordings().otherwise().getOrDefault(scene.id(), List.of());
      int reply = firstReply(scene, persona);
      if (reply >= 0 && !questions.isEmpty()) {
        asked(scene, reply, persona).ifPresent(q -> cues.add(new Span(scene, reply, reply + 1, q)));
        questions.forEach(q -> cues.add(new Span(scene, reply, reply + 1, q)));
      }
    }
    List<String> untold = persona.wordings().untold();
    if (!untold.isEmpty()) {
      Scene nowhere = nowhere(untold);
      for (int i = 0; i < untold.size(); i++) {
        cues.add(new Span(nowhere, i, i + 1, untold.get(i)));
      }
    }
    return cues;
  }

  static boolean isUntold(Span cue) {
    return cue.scene().order() < 0;
  }

  /// What was really asked is a wording too.
  private static Optional<String> asked(Scene scene, int reply, Persona persona) {
    return reply > 0
            && scene.turns().get(reply - 1) instanceof Turn.Said said
            && !persona.is(said.speaker())
        ? Optional.of(said.text())
        : Optional.empty();
  }

  /// What the three best cues reach in the mean: one wording may be near by chance.
  static double mean(List<Recall> cues, ToDoubleFunction<Recall> what) {
    return cues.stream()
        .mapToDouble(cue -> -what.applyAsDouble(cue))
        .sorted()
        .limit(3)
        .map(x -> -x)
        .average()
        .orElse(0);
  }

  private static Scene nowhere(List<String> questions) {
    Source none = new Source("", 0);
    List<Turn> turns = new ArrayList<>();
    questions.forEach(question -> turns.add(new Turn.Narrated(question, none)));
    return new Scene(UNTOLD, -1, turns);
  }

  private static int firstReply(Scene scene, Persona persona) {
    for (int i = 0; i < scene.turns().size(); i++) {
      if (scene.turns().get(i) instanceof Turn.Said said && persona.is(said.speaker())) {
        return i;
      }
    }
    return -1;
  }
}
