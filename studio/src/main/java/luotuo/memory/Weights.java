package luotuo.memory;

import java.util.Arrays;
import java.util.List;

/// What the signals of a fact weigh, by the embedder that measures nearness; fitted as docs/log.md
/// says.
///
/// @param each in the order of [Relevance.Signals#values()]
/// @param none stands for none of the facts: where they all fall far below it, nothing is relevant
record Weights(double[] each, double none) {
  /// With vectors of any embedder, turned or not ([Turning]); fitted on the dialogues 01 to 30.
  private static final Weights ANY =
      new Weights(new double[] {27.84, 3.21, 0.64, 3.57, -1.35, 3.12, -2.59, 2.39}, 10);

  /// With vectors that were taught what answers a question; fitted on the told sets under
  /// `bench/dev/told` and the dialogues, with an embedder that had seen neither.
  private static final Weights TAUGHT =
      new Weights(new double[] {23.60, 2.01, 0.04, 0.37, 0.06, 2.00, -0.51, 1.36}, 16.29);

  /// The same beside what a reader says ([Reading]); fitted on the dialogues 01 to 30, with an
  /// embedder and a reader that had not seen them.
  static final Weights READ =
      new Weights(new double[] {15.65, 2.85, 0.03, 3.72, -0.75, 2.08, -1.92, 2.05}, 13.07);

  /// @param embedder its name
  static Weights of(String embedder) {
    return embedder.startsWith("answers-") ? TAUGHT : ANY;
  }

  /// Odds of each fact to be the one that answers, against none of them; in logarithms.
  double[] odds(List<Relevance.Signals> signals) {
    return signals.stream().mapToDouble(s -> sum(s) - none).toArray();
  }

  /// The probability of each fact to be the one that answers, in the place of the others and of
  /// none.
  static double[] shares(double[] odds) {
    double most = Math.max(0, Arrays.stream(odds).max().orElse(0));
    double all = Math.exp(-most) + Arrays.stream(odds).map(o -> Math.exp(o - most)).sum();
    return Arrays.stream(odds).map(o -> Math.exp(o - most) / all).toArray();
  }

  private double sum(Relevance.Signals signals) {
    double sum = 0;
    double[] values = signals.values();
    for (int i = 0; i < values.length; i++) {
      sum += each[i] * values[i];
    }
    return sum;
  }
}
