package luotuo.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import luotuo.app.Settings;
import luotuo.app.Studio;
import luotuo.chat.Delivery;
import luotuo.chat.ModelVoice;
import luotuo.chat.OwnLines;
import luotuo.chat.Summaries;
import luotuo.chat.Voice;
import luotuo.job.Progress;
import luotuo.model.LikelihoodModel;
import luotuo.model.Sampling;
import luotuo.model.ScoredToken;
import luotuo.model.gguf.GgufModel;
import luotuo.model.gguf.GgufOptions;
import luotuo.persona.Persona;
import luotuo.prompt.Preset;
import luotuo.prompt.Templates;
import luotuo.store.Workspace;

/// What it costs to tell by likelihood what a reply rests on and, for a persona of facts, whether
/// its claims are supported.
///
/// Arguments: a GGUF file, the persona's name, and questions. `LUOTUO_HOME` is the workspace.
final class EvidenceCost {
  private int scorings;
  private double cpu;

  private EvidenceCost() {}

  public static void main(String[] args) {
    Path here = Path.of("");
    Settings settings = new Settings(Workspace.of(System.getenv()), here, here, "en");
    try (Studio studio = new Studio(settings, Progress.SILENT);
        GgufModel model = GgufModel.open(Path.of(args[0]), GgufOptions.DEFAULT.withContext(4096))) {
      Persona persona = studio.persona(args[1]);
      Delivery delivery =
          Delivery.of(Preset.SMALL, 1536, Templates.shipped(persona.language()))
              .withSampling(Sampling.GREEDY.withMaximum(96));
      OwnLines own = (OwnLines) studio.voice(persona);
      EvidenceCost bench = new EvidenceCost();
      Voice voice =
          new ModelVoice(
              persona, own, model, Optional.of(bench.counted(model)), delivery, Summaries.NONE);
      for (String question : Arrays.asList(args).subList(2, args.length)) {
        bench.ask(voice, question);
      }
    }
  }

  private void ask(Voice voice, String question) {
    scorings = 0;
    cpu = 0;
    double before = cpuSeconds();
    Voice.Answer answer = voice.answer(Voice.Question.of(question), List.of());
    System.out.printf(
        "%.2f CPU-s, of them %.2f for %d scorings; %d tokens of prompt, %d of reply; %d evidence%n",
        cpuSeconds() - before,
        cpu,
        scorings,
        answer.usage().prompt(),
        answer.usage().reply(),
        answer.evidence().size());
  }

  private LikelihoodModel counted(GgufModel model) {
    return new LikelihoodModel() {
      @Override
      public String name() {
        return model.name();
      }

      @Override
      public List<ScoredToken> score(Context context, String text) {
        double before = cpuSeconds();
        List<ScoredToken> tokens = model.score(context, text);
        cpu += cpuSeconds() - before;
        scorings++;
        return tokens;
      }

      @Override
      public void close() {}
    };
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }
}
