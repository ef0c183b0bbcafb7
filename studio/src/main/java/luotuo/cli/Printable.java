package luotuo.cli;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text without what would steer a terminal: transcripts come from anywhere.
final class Printable {
  private static final char ESCAPE = '\u001b';

  /// Before and after each style, so that splitting keeps the styles as pieces of their own.
  private static final Pattern STYLE = Pattern.compile("(?=\\x1b\\[[012]m)|(?<=\\x1b\\[[012]m)");

  private Printable() {}

  /// Line ends and tabs stay.
  static String text(String text) {
    return text.codePoints().allMatch(Printable::isPlain) ? text : replaced(text);
  }

  /// With what [Style] put in, which steers nothing but weight.
  static String styled(String text) {
    return text.indexOf(ESCAPE) < 0
        ? text(text)
        : STYLE.splitAsStream(text).map(Printable::piece).collect(Collectors.joining());
  }

  /// In one line.
  static String line(String text) {
    return text(text).replaceAll("\\s+", " ").strip();
  }

  private static String piece(String piece) {
    boolean style = piece.length() == 4 && piece.charAt(0) == ESCAPE && piece.endsWith("m");
    return style ? piece : text(piece);
  }

  private static String replaced(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().map(c -> isPlain(c) ? c : ' ').forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean isPlain(int c) {
    return c == '\n' || c == '\t' || !(Character.isISOControl(c) || turnsDirection(c));
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }
}
