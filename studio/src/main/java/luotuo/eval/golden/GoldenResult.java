package luotuo.eval.golden;

import java.util.List;
import luotuo.chat.Voice;
import luotuo.job.Problem;

/// What came of a dialogue.
///
/// @param turns in order
public record GoldenResult(GoldenDialogue dialogue, List<Replied> turns, double seconds) {
  public GoldenResult {
    turns = List.copyOf(turns);
  }

  /// Whether something held that ought to.
  public enum Outcome {
    HELD,
    /// It fails, as is known.
    KNOWN,
    FAILED,
    /// It holds, although it is said to fail.
    FIXED;

    /// Whether a run with it is a failed one.
    public boolean isFailure() {
      return this == FAILED || this == FIXED;
    }
  }

  /// @param problems what did not hold
  public record Replied(GoldenTurn turn, Voice.Answer answer, List<Problem> problems) {
    public Replied {
      problems = List.copyOf(problems);
    }

    public Outcome outcome() {
      if (turn.known().isPresent()) {
        return problems.isEmpty() ? Outcome.FIXED : Outcome.KNOWN;
      }
      return problems.isEmpty() ? Outcome.HELD : Outcome.FAILED;
    }
  }

  /// That of its worst turn.
  public Outcome outcome() {
    return turns.stream().map(Replied::outcome).max(Outcome::compareTo).orElse(Outcome.HELD);
  }

  /// How many dialogues ended so.
  public static int count(List<GoldenResult> results, Outcome outcome) {
    return (int) results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
