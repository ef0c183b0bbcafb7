package luotuo.eval.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import luotuo.job.Problem;

/// What came of a turn, in lines for people.
public final class Telling {
  private Telling() {}

  /// What did not hold, or that it holds now, and then what was asked and replied.
  ///
  /// @param words of a problem
  public static List<String> lines(GoldenResult.Replied turn, Function<Problem, String> words) {
    List<String> lines = new ArrayList<>();
    turn.problems().forEach(problem -> lines.add(words.apply(problem)));
    if (turn.outcome() == GoldenResult.Outcome.FIXED) {
      lines.add(words.apply(Problem.of("golden.fixed", turn.turn().known().orElse(""))));
    }
    if (turn.outcome() == GoldenResult.Outcome.KNOWN) {
      lines.add(words.apply(Problem.of("golden.because", turn.turn().known().orElse(""))));
    }
    lines.add(words.apply(Problem.of("golden.asked", turn.turn().ask())));
    lines.add(words.apply(Problem.of("golden.replied", turn.answer().text())));
    return lines;
  }
}
