package luotuo.eval.fidelity;

import java.util.List;
import java.util.OptionalDouble;

/// A measure over all samples.
///
/// @param value the mean
/// @param error the standard error of the mean; 0 of a single sample
/// @param samples how many there were
/// @param beside what it is to be compared with: chance, or the same of true lines
public record Measure(
    Measured measured, double value, double error, int samples, OptionalDouble beside) {

  /// @param scores of one thing; at least one
  static Measure of(List<Score> scores) {
    double mean = scores.stream().mapToDouble(Score::value).average().orElseThrow();
    double squares =
        scores.stream().mapToDouble(s -> (s.value() - mean) * (s.value() - mean)).sum();
    int n = scores.size();
    double error = n < 2 ? 0 : Math.sqrt(squares / (n - 1) / n);
    return new Measure(scores.getFirst().measured(), mean, error, n, OptionalDouble.empty());
  }

  Measure beside(double other) {
    return new Measure(measured, value, error, samples, OptionalDouble.of(other));
  }
}
