package luotuo.cli;

import java.util.Arrays;

/// How wide text stands on a terminal, where a Chinese character takes two columns.
final class Columns {
  /// Han and what is set beside it, full-width forms, emoji: the first and the last of each range.
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1faff},
    {0x20000, 0x3ffff}
  };

  private Columns() {}

  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /// The text in one line, cut to a width with `…` at the end where it is longer.
  static String cut(String text, int width) {
    String line = Printable.line(text);
    if (of(line) <= width) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    int used = 1;
    for (int c : line.codePoints().toArray()) {
      used += of(c);
      if (used > width) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append('…').toString();
  }

  /// The text and spaces up to a width.
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  private static int of(int c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK || c == 0x200d) {
      return 0;
    }
    boolean wide = Arrays.stream(WIDE).anyMatch(range -> range[0] <= c && c <= range[1]);
    return wide ? 2 : 1;
  }
}
