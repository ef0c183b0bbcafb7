package luotuo.model.gguf;

import luotuo.job.Failure;

/// Logits to log-probabilities.
final class Likelihood {
  private Likelihood() {}

  /// The natural logarithm of the probability of a token: its logit less the logarithm of the sum
  /// of all exponentials, in double precision.
  ///
  /// @param at where the logits of all `size` tokens begin
  /// @throws Failure `model.gguf.numbers` if the logits are no numbers
  static double of(String model, float[] logits, int at, int size, int token) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = at; i < at + size; i++) {
      greatest = Math.max(greatest, logits[i]);
    }
    double sum = 0;
    for (int i = at; i < at + size; i++) {
      sum += Math.exp(logits[i] - greatest);
    }
    double likelihood = logits[at + token] - greatest - Math.log(sum);
    if (!Double.isFinite(likelihood)) {
      throw Failure.of("model.gguf.numbers", model);
    }
    return Math.min(0, likelihood);
  }
}
