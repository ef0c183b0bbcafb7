package luotuo.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import luotuo.eval.Dialogue;
import luotuo.eval.Remembering;
import luotuo.memory.Facts;
import luotuo.memory.ReadContradictions;
import luotuo.memory.Remembrance;
import luotuo.memory.RuleContradictions;
import luotuo.memory.RuleListener;
import luotuo.memory.Weighing;
import luotuo.model.Embedder;
import luotuo.model.Judge;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxJudge;
import luotuo.model.onnx.OnnxOptions;
import luotuo.store.Database;

/// What a persona remembers of people, on the sixty long dialogues.
///
/// Arguments: `dev` (01 to 30) or `held-out` (31 to 60), then any of `profile=NAME` and, for `dev`
/// alone, `show` (each question that found nothing right). Run from the project's folder.
final class Remember {
  private static final Path DIALOGUES = Path.of("studio/src/test/resources/remember");
  private static final int HALF = 30;

  private final Embedder chinese;
  private final Embedder english;
  private final Judge reader;
  private final Judge replaces;
  private final Weighing weighing;
  private final boolean show;
  private final List<Long> nanos = new ArrayList<>();

  private Remember(OnnxOptions options, Weighing weighing, boolean show) {
    this.chinese = OnnxEmbedder.answering(options);
    this.english = OnnxEmbedder.english(options);
    this.reader = OnnxJudge.reader(options);
    this.replaces = OnnxJudge.replaces(options);
    this.weighing = weighing;
    this.show = show;
  }

  public static void main(String[] args) throws IOException {
    List<String> arguments = Arrays.asList(args);
    boolean dev = arguments.getFirst().equals("dev");
    Weighing weighing =
        arguments.stream()
            .filter(a -> a.startsWith("profile="))
            .map(a -> Weighing.named(a.substring("profile=".length())).orElseThrow())
            .findFirst()
            .orElse(Weighing.LUOTUO);
    Path models = Files.createTempDirectory("remember");
    var bench = new Remember(OnnxOptions.in(models), weighing, dev && arguments.contains("show"));
    bench.run(dev ? 1 : HALF + 1);
  }

  private void run(int from) throws IOException {
    Remembering.Score zh = Remembering.Score.NONE;
    Remembering.Score en = Remembering.Score.NONE;
    for (int number = from; number < from + HALF; number++) {
      Dialogue dialogue = read(number);
      Remembering.Score score = score(dialogue);
      zh = dialogue.language().equals("zh") ? zh.plus(score) : zh;
      en = dialogue.language().equals("en") ? en.plus(score) : en;
    }
    print("Chinese", zh);
    print("English", en);
    print("all", zh.plus(en));
    nanos.sort(null);
    System.out.printf(
        "recall: CPU time, median %.1f ms, p99 %.1f ms%n",
        nanos.get(nanos.size() / 2) / 1e6, nanos.get(nanos.size() * 99 / 100) / 1e6);
  }

  private static Dialogue read(int number) throws IOException {
    try (Stream<String> lines = Files.lines(DIALOGUES.resolve("%02d.jsonl".formatted(number)))) {
      return Dialogue.read(lines.toList());
    }
  }

  private Remembering.Score score(Dialogue dialogue) throws IOException {
    Path file = Files.createTempDirectory("remember").resolve("facts.db");
    boolean chinese = dialogue.language().equals("zh");
    Embedder embedder = chinese ? this.chinese : english;
    try (Database database = Database.open(file)) {
      Remembrance remembrance =
          new Remembrance(
              new Facts(database),
              new RuleListener(),
              chinese ? new ReadContradictions(replaces) : new RuleContradictions(),
              embedder,
              chinese ? Optional.of(reader) : Optional.empty(),
              weighing);
      long[] last = {0};
      return Remembering.of(
          dialogue,
          remembrance,
          0,
          (ask, shown) -> {
            long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (last[0] != 0) {
              nanos.add(now - last[0]);
            }
            last[0] = now;
            boolean found =
                shown.stream().anyMatch(r -> ask.turns().contains(r.fact().origin().number()));
            if (show && ask.told() && !found) {
              System.out.println(ask + " → " + shown.stream().map(r -> r.fact().text()).toList());
            }
          });
    }
  }

  private static void print(String which, Remembering.Score s) {
    System.out.printf(
        "%s: recall@5 %d/%d = %.1f %%; precision %d/%d = %.1f %%; changed: found %d, present first"
            + " %d, outdated first %d of %d; never told: claimed %d of %d; told: own lines answer"
            + " %d, rightly %d of %d%n",
        which,
        s.found(),
        s.told(),
        100 * s.recall(),
        s.right(),
        s.shown(),
        100 * s.precision(),
        s.changedFound(),
        s.presentFirst(),
        s.staleFirst(),
        s.changed(),
        s.claimed(),
        s.untold(),
        s.answered(),
        s.answeredRight(),
        s.told());
  }
}
