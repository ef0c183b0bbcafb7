package luotuo.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import luotuo.app.Wishes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How a language model draws its words and what it may cost: options of commands that let it
/// speak.
final class CallOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(names = "--budget", paramLabel = "MONEY", descriptionKey = "speaking.budget")
  @Nullable Double budget;

  @Option(names = "--temperature", paramLabel = "T", descriptionKey = "speaking.temperature")
  @Nullable Double temperature;

  @Option(names = "--top-p", paramLabel = "P", descriptionKey = "speaking.topP")
  @Nullable Double topP;

  @Option(names = "--top-k", paramLabel = "K", descriptionKey = "speaking.topK")
  @Nullable Integer topK;

  @Option(names = "--min-p", paramLabel = "P", descriptionKey = "speaking.minP")
  @Nullable Double minP;

  @Option(names = "--repeat-penalty", paramLabel = "R", descriptionKey = "speaking.repeatPenalty")
  @Nullable Double repeatPenalty;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "speaking.seed")
  @Nullable Long seed;

  @Option(names = "--max", paramLabel = "TOKENS", descriptionKey = "speaking.max")
  @Nullable Integer maximum;

  @Option(
      names = "--preset",
      paramLabel = "small|middling|large",
      descriptionKey = "speaking.preset")
  @Nullable String preset;

  /// What the options ask for; a number out of its range is wrong use.
  Wishes wishes(Session session) {
    Wishes wishes =
        new Wishes(
            Optional.ofNullable(preset),
            false,
            decimal(temperature),
            decimal(topP),
            whole(topK),
            decimal(minP),
            decimal(repeatPenalty),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
            whole(maximum),
            List.of());
    try {
      wishes.check();
      return wishes;
    } catch (IllegalArgumentException e) {
      String sentence = session.words("sampling.range", String.valueOf(e.getMessage()));
      throw new WrongUse.Combination(Objects.requireNonNull(spec).commandLine(), sentence);
    }
  }

  private static OptionalDouble decimal(@Nullable Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private static OptionalInt whole(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
