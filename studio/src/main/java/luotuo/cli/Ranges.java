package luotuo.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Numbers that a command takes within bounds.
final class Ranges {
  private Ranges() {}

  /// @throws WrongUse.Combination naming the option and its bounds
  static void check(
      Session session,
      @Nullable CommandSpec spec,
      String option,
      double value,
      Number least,
      Number most) {
    boolean fits = value >= least.doubleValue() && value <= most.doubleValue();
    if (!fits && spec != null) {
      throw new WrongUse.Combination(
          spec.commandLine(), session.words("usage.range", option, least, most));
    }
  }
}
