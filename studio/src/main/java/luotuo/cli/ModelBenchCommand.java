package luotuo.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Opens;
import luotuo.app.Speaking;
import luotuo.app.Wishes;
import luotuo.eval.Speed;
import luotuo.model.ChatModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures how fast a language model reads and speaks.
@Command(name = "bench")
final class ModelBenchCommand implements Callable<Integer> {
  private static final int MOST_TOKENS = 100_000;
  private static final int MOST_ROUNDS = 100;

  private final Session session;
  private final Opens opens;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "MODEL", descriptionKey = "opened")
  String name = "";

  @Option(names = "--prompt", paramLabel = "N")
  int prompt = 256;

  @Option(names = "--reply", paramLabel = "N")
  int reply = 64;

  @Option(names = "--rounds", paramLabel = "N")
  int rounds = 3;

  @Option(names = "--budget", paramLabel = "MONEY", descriptionKey = "speaking.budget")
  @Nullable Double budget;

  @Mixin RecordOptions records = new RecordOptions();

  ModelBenchCommand(Session session, Opens opens) {
    this.session = session;
    this.opens = opens;
  }

  @Override
  public Integer call() {
    Ranges.check(session, spec, "--prompt", prompt, 1, MOST_TOKENS);
    Ranges.check(session, spec, "--reply", reply, 1, MOST_TOKENS);
    Ranges.check(session, spec, "--rounds", rounds, 1, MOST_ROUNDS);
    Speaking how = records.speaking(session, Optional.of(name), budget, Wishes.NONE);
    try (ChatModel model = opens.chat(how)) {
      ProgressLine progress = new ProgressLine(session.streams(), session.messages());
      Speed speed = Speed.of(model, prompt, reply, rounds, progress);
      enter(speed);
      if (session.json()) {
        session.output().json(shape(model, speed));
      } else {
        tell(model, speed);
      }
    }
    return Program.DONE;
  }

  /// Rows are the rounds.
  private void enter(Speed speed) {
    session
        .studio()
        .enter(
            "model bench",
            name,
            entry ->
                entry
                    .withData("", "", rounds)
                    .withScore("reply tokens a second", speed.reply())
                    .withEffort(records.effort)
                    .withNote("prompt %d, reply %d".formatted(prompt, reply)));
  }

  private void tell(ChatModel model, Speed speed) {
    Output output = session.output();
    output.line(output.style().bold(Printable.line(model.name())));
    output.line(session.words("model.bench.prompt", speed.promptTokens(), rate(speed.prompt())));
    output.line(session.words("model.bench.reply", speed.replyTokens(), rate(speed.reply())));
    output.line(
        session.words(
            "model.bench.first", String.format(Locale.ROOT, "%.2f", speed.firstSeconds())));
  }

  private static String rate(double tokens) {
    return String.format(Locale.ROOT, tokens < 100 ? "%.1f" : "%.0f", tokens);
  }

  private Map<String, Object> shape(ChatModel model, Speed speed) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("model", model.name());
    shape.put("rounds", rounds);
    shape.put("promptTokens", speed.promptTokens());
    shape.put("replyTokens", speed.replyTokens());
    shape.put("promptPerSecond", speed.prompt());
    shape.put("replyPerSecond", speed.reply());
    shape.put("firstSeconds", speed.firstSeconds());
    shape.put("seconds", speed.seconds());
    return shape;
  }
}
