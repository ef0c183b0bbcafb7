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

  /// @param embedder its name
  static Weights of(String embedder) {
    return embedder.startsWith("answers-") ? TAUGHT : ANY;
  }

  /// The probability of each fact to be the one that answers, in the place of the others and of
  /// none.
  double[] shares(List<Relevance.Signals> signals) {
    double[] sums = signals.stream().mapToDouble(this::sum).toArray();
    double most = Math.max(none, Arrays.stream(sums).max().orElse(none));
    double whole = Math.exp(none - most);
    for (double sum : sums) {
      whole += Math.exp(sum - most);
    }
    double all = whole;
    return Arrays.stream(sums).map(sum -> Math.exp(sum - most) / all).toArray();
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
