package luotuo.corpus;

/// What became of the source lines: every one is blank, kept in a turn, or reported.
public record LineCount(long total, long blank, long kept, long reported) {
  public static final LineCount NONE = new LineCount(0, 0, 0, 0);

  public LineCount {
    if (total != blank + kept + reported) {
      throw new IllegalArgumentException(
          "lines lost: " + total + " ≠ " + blank + " + " + kept + " + " + reported);
    }
  }

  public LineCount plus(LineCount other) {
    return new LineCount(
        total + other.total, blank + other.blank, kept + other.kept, reported + other.reported);
  }
}
