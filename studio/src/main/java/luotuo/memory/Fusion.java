package luotuo.memory;

/// Makes one score of words in common and nearness in meaning.
///
/// Chinese texts that have nothing to do with one another have a cosine of 0.2 to 0.4 here, and the
/// same question in other words one of 0.6 to 0.9; the cosine is stretched over that range first.
/// Half and half was best on the folders used for tuning (docs/log.md).
final class Fusion {
  private static final double UNRELATED = 0.2;
  private static final double MEANING = 0.5;

  private Fusion() {}

  static double score(double words, double meaning) {
    double near = Math.clamp((meaning - UNRELATED) / (1 - UNRELATED), 0, 1);
    return MEANING * near + (1 - MEANING) * Math.clamp(words, 0, 1);
  }
}
