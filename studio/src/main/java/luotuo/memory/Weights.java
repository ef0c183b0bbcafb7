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

  /// With English vectors, turned; fitted on the people of `bench/embed/told-en-*.jsonl`. It puts
  /// facts in order better than [#ANY] and tells worse whether any of them answers.
  private static final Weights ENGLISH =
      new Weights(new double[] {15.77, 1.66, 0.12, 1.55, 0.59, 1.08, -0.31, -0.11}, 5.98);

  /// With vectors that were taught what answers a question; fitted on the told sets under
  /// `bench/dev/told`, which that embedder has not seen, and on the dialogues 01 to 30.
  private static final Weights TAUGHT =
      new Weights(new double[] {16.21, 0.72, -0.12, 3.25, 0.24, 1.43, 0.60, 0.63}, 8.62);

  /// The same beside what a reader says ([Reading]).
  static final Weights READ =
      new Weights(new double[] {13.14, 0.06, -0.01, 4.08, 0.21, 1.77, -0.27, 0.68}, 7.72);

  /// What tells which facts are near.
  ///
  /// @param embedder its name
  static Weights of(String embedder) {
    return embedder.startsWith("bge-small-en") ? ENGLISH : sure(embedder);
  }

  /// What tells whether a fact is sure to answer, where none is read.
  ///
  /// @param embedder its name
  static Weights sure(String embedder) {
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
