package luotuo.model.remote;

import luotuo.model.ScriptEstimate;
import luotuo.model.TokenCounter;

/// Estimates tokens, corrected by what a server has counted so far.
final class Ratio implements TokenCounter {
  private static final double LEAST = 0.5;
  private static final double MOST = 2;

  /// What departs further is not a count of the same text: some servers leave out what they had
  /// cached.
  private static final double SAME = 3;

  private final ScriptEstimate estimate = new ScriptEstimate();
  private double estimated;
  private double counted;

  @Override
  public int count(String text) {
    int tokens = estimate.count(text);
    return tokens == 0 ? 0 : Math.max(1, (int) Math.ceil(tokens * factor()));
  }

  /// @param guess tokens by estimate alone
  /// @param count tokens by the server's count
  synchronized void learn(int guess, int count) {
    if (guess > 0 && count > 0 && count < guess * SAME && guess < count * SAME) {
      estimated += guess;
      counted += count;
    }
  }

  int guess(String text) {
    return estimate.count(text);
  }

  private synchronized double factor() {
    return estimated == 0 ? 1 : Math.clamp(counted / estimated, LEAST, MOST);
  }
}
