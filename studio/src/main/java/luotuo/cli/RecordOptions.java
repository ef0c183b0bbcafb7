package luotuo.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import luotuo.app.Speaking;
import luotuo.app.Wishes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What is kept of a language model's calls: options of every command that makes any.
final class RecordOptions {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(names = "--record", paramLabel = "DIR", descriptionKey = "speaking.record")
  @Nullable Path record;

  @Option(names = "--replay", paramLabel = "DIR", descriptionKey = "speaking.replay")
  @Nullable Path replay;

  @Option(names = "--effort", paramLabel = "TEXT", descriptionKey = "speaking.effort")
  String effort = "";

  /// Whether calls are recorded or replayed.
  boolean used() {
    return record != null || replay != null;
  }

  /// To record what is replayed is wrong use.
  ///
  /// @param model that is called, where one is named
  /// @param budget in money, where there is one
  Speaking speaking(
      Session session, Optional<String> model, @Nullable Double budget, Wishes wishes) {
    if (record != null && replay != null) {
      String sentence = session.words("usage.recordOrReplay");
      throw new WrongUse.Combination(Objects.requireNonNull(spec).commandLine(), sentence);
    }
    Path here = session.settings().here();
    return new Speaking(
        model,
        Optional.ofNullable(record).map(here::resolve),
        Optional.ofNullable(replay).map(here::resolve),
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(budget),
        wishes);
  }
}
