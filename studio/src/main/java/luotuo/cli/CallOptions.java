package luotuo.cli;

import java.util.Objects;
import java.util.OptionalLong;
import luotuo.model.Sampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a language model draws its words and what it may cost: options of commands that let it speak.
final class CallOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(names = "--budget", paramLabel = "MONEY", descriptionKey = "speaking.budget")
  @Nullable Double budget;

  @Option(names = "--temperature", paramLabel = "T", descriptionKey = "speaking.temperature")
  double temperature = Sampling.DEFAULT.temperature();

  @Option(names = "--top-p", paramLabel = "P", descriptionKey = "speaking.topP")
  double topP = Sampling.DEFAULT.topP();

  @Option(names = "--top-k", paramLabel = "K", descriptionKey = "speaking.topK")
  int topK = Sampling.DEFAULT.topK();

  @Option(names = "--min-p", paramLabel = "P", descriptionKey = "speaking.minP")
  double minP = Sampling.DEFAULT.minP();

  @Option(names = "--repeat-penalty", paramLabel = "R", descriptionKey = "speaking.repeatPenalty")
  double repeatPenalty = Sampling.DEFAULT.repeatPenalty();

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "speaking.seed")
  @Nullable Long seed;

  @Option(names = "--max", paramLabel = "TOKENS", descriptionKey = "speaking.max")
  int maximum = Sampling.DEFAULT.maximum();

  /// A number out of its range is wrong use.
  Sampling sampling(Session session) {
    Sampling plain = Sampling.DEFAULT;
    try {
      return new Sampling(
          temperature,
          topP,
          topK,
          minP,
          repeatPenalty,
          plain.frequencyPenalty(),
          plain.presencePenalty(),
          seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
          plain.stops(),
          maximum);
    } catch (IllegalArgumentException e) {
      String sentence = session.words("sampling.range", String.valueOf(e.getMessage()));
      throw new WrongUse.Combination(Objects.requireNonNull(spec).commandLine(), sentence);
    }
  }
}
