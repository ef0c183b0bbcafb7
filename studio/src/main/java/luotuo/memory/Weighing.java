package luotuo.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How relevance, recency and importance make one score. Each is brought to 0 … 1 first, where the
/// profile says so; where all are equal, each becomes 0.5.
///
/// @param name as users give it
/// @param scaled whether each of the three is stretched to 0 … 1 over the facts at hand
public record Weighing(
    String name,
    double relevance,
    double recency,
    double importance,
    Fading fading,
    boolean scaled) {

  /// What the program does by itself: relevance decides, the others between equals.
  public static final Weighing LUOTUO =
      new Weighing("luotuo", 1, 0.0005, 0.0005, Fading.HOURS, false);

  /// Generative Agents as its paper has it (Park et al. 2023): equal weights, 0.995 for each hour
  /// since the last recall.
  public static final Weighing PAPER = new Weighing("paper", 1, 1, 1, Fading.HOURS, true);

  /// The same as its published code does it: 0.99 by rank, the longest untouched first.
  public static final Weighing STANFORD_CODE =
      new Weighing("stanford-code", 3, 0.5, 2, Fading.RANK, true);

  /// AI Town: 0.99 for each whole hour, equal weights.
  public static final Weighing AI_TOWN = new Weighing("ai-town", 1, 1, 1, Fading.WHOLE_HOURS, true);

  public static final List<Weighing> ALL = List.of(LUOTUO, PAPER, STANFORD_CODE, AI_TOWN);

  /// How recency fades.
  public enum Fading {
    HOURS,
    WHOLE_HOURS,
    RANK
  }

  public static Optional<Weighing> named(String name) {
    return ALL.stream().filter(w -> w.name().equals(name)).findFirst();
  }

  /// @param relevances of the facts, in the order of the other two
  /// @param hours since each was last recalled
  /// @return a score each, in 0 … 1 for those that are scaled
  double[] scores(double[] relevances, double[] hours, double[] importances) {
    double[] relevant = scaled(relevances);
    double[] recent = scaled(recency(hours));
    double[] important = scaled(importances);
    double whole = relevance + recency + importance;
    double[] scores = new double[relevances.length];
    for (int i = 0; i < scores.length; i++) {
      double sum = relevance * relevant[i] + recency * recent[i] + importance * important[i];
      scores[i] = sum / whole;
    }
    return scores;
  }

  private double[] recency(double[] hours) {
    return switch (fading) {
      case HOURS -> Arrays.stream(hours).map(h -> Math.pow(0.995, Math.max(0, h))).toArray();
      case WHOLE_HOURS ->
          Arrays.stream(hours).map(h -> Math.pow(0.99, Math.floor(Math.max(0, h)))).toArray();
      case RANK -> {
        double[] sorted = hours.clone();
        Arrays.sort(sorted);
        yield Arrays.stream(hours)
            .map(h -> Math.pow(0.99, sorted.length - 1 - Arrays.binarySearch(sorted, h)))
            .toArray();
      }
    };
  }

  private double[] scaled(double[] values) {
    if (!scaled) {
      return values;
    }
    double least = Arrays.stream(values).min().orElse(0);
    double range = Arrays.stream(values).max().orElse(0) - least;
    return Arrays.stream(values).map(v -> range > 0 ? (v - least) / range : 0.5).toArray();
  }
}
