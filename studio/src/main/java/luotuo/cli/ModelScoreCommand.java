package luotuo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Opens;
import luotuo.app.Speaking;
import luotuo.app.Wishes;
import luotuo.eval.LedgerEntry;
import luotuo.eval.Perplexity;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.job.Stopwatch;
import luotuo.model.LikelihoodModel;
import luotuo.store.FileFailure;
import luotuo.store.Hash;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Measures how likely a language model finds a text.
@Command(name = "score")
final class ModelScoreCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;
  private static final long MOST_BYTES = 64 << 20;

  private final Session session;
  private final Opens opens;

  @Spec @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "opened")
  String name = "";

  @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "text")
  Path file = Path.of("");

  @Option(names = "--window", paramLabel = "N")
  int window = 512;

  @Option(names = "--budget", paramLabel = "MONEY", descriptionKey = "speaking.budget")
  @Nullable Double budget;

  @Mixin RecordOptions records = new RecordOptions();

  ModelScoreCommand(Session session, Opens opens) {
    this.session = session;
    this.opens = opens;
  }

  @Override
  public Integer call() {
    Ranges.check(session, spec, "--window", window, 2, MOST);
    String text = text(session.settings().here().resolve(file).normalize());
    Speaking how = records.speaking(session, Optional.of(name), budget, Wishes.NONE);
    Stopwatch watch = Stopwatch.started();
    try (LikelihoodModel model = opens.likelihood(how)) {
      ProgressLine progress = new ProgressLine(session.streams(), session.messages());
      Perplexity perplexity = Perplexity.of(model, text, window, progress);
      enter(model, text, perplexity, watch);
      if (session.json()) {
        session.output().json(shape(model, perplexity));
      } else {
        tell(model, perplexity);
      }
    }
    return Program.DONE;
  }

  private void enter(LikelihoodModel model, String text, Perplexity perplexity, Stopwatch watch) {
    session
        .studio()
        .ledger()
        .append(
            LedgerEntry.of("model score", file.toString())
                .withModel(model.name())
                .withData(Hash.sha256(text), file.toString(), perplexity.tokens())
                .withCost(calls(perplexity).plus(watch.elapsed()))
                .withEffort(records.effort)
                .withScore("perplexity a token", perplexity.perToken()));
  }

  private static Cost calls(Perplexity perplexity) {
    return new Cost(perplexity.windows(), perplexity.tokens(), 0, 0, 0, 0);
  }

  private static String text(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw Failure.of("corpus.tooLarge", file, Files.size(file), MOST_BYTES);
      }
      String text = Files.readString(file).replace("\r\n", "\n");
      if (text.isBlank()) {
        throw Failure.of("model.score.empty", file);
      }
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private void tell(LikelihoodModel model, Perplexity perplexity) {
    Output output = session.output();
    output.line(output.style().bold(Printable.line(model.name())));
    output.line(
        session.words(
            "model.score.likelihood",
            number(perplexity.logLikelihood()),
            perplexity.tokens(),
            perplexity.characters(),
            perplexity.windows()));
    output.line(
        session.words(
            "model.score.perplexity",
            number(perplexity.perToken()),
            number(perplexity.perCharacter())));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static Map<String, Object> shape(LikelihoodModel model, Perplexity perplexity) {
    Map<String, Object> shape = new LinkedHashMap<>();
    shape.put("model", model.name());
    shape.put("logLikelihood", perplexity.logLikelihood());
    shape.put("tokens", perplexity.tokens());
    shape.put("characters", perplexity.characters());
    shape.put("windows", perplexity.windows());
    shape.put("perplexityPerToken", perplexity.perToken());
    shape.put("perplexityPerCharacter", perplexity.perCharacter());
    return shape;
  }
}
