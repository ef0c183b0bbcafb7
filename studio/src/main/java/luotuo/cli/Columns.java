package luotuo.cli;

/// How wide text stands on a terminal, where a Chinese character takes two columns.
final class Columns {
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
    boolean wide =
        c >= 0x1100 && c <= 0x115f
            || c >= 0x2e80 && c <= 0xa4cf
            || c >= 0xac00 && c <= 0xd7a3
            || c >= 0xf900 && c <= 0xfaff
            || c >= 0xfe30 && c <= 0xfe6f
            || c >= 0xff00 && c <= 0xff60
            || c >= 0xffe0 && c <= 0xffe6
            || c >= 0x1f300 && c <= 0x1faff
            || c >= 0x20000;
    return wide ? 2 : 1;
  }
}
