package luotuo.model.gguf.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What Python does with strings; its characters are code points.
final class Strings {
  private Strings() {}

  static boolean isSpace(int c) {
    return c >= 9 && c <= 13
        || c >= 28 && c <= 32
        || c == 0x85
        || c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR
        || c == 0x2028
        || c == 0x2029;
  }

  /// @param set characters to take off; white space where null
  static String strip(String text, @Nullable String set, boolean left, boolean right) {
    int from = 0;
    int to = text.length();
    while (left && from < to && isIn(text.codePointAt(from), set)) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (right && from < to && isIn(text.codePointBefore(to), set)) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isIn(int point, @Nullable String set) {
    return set == null ? isSpace(point) : set.indexOf(point) >= 0;
  }

  /// @param by what stands between the parts; runs of white space where null
  /// @param most cuts; all where negative
  static List<String> split(String text, @Nullable String by, long most) {
    return by == null ? splitSpaces(text, most) : splitAt(text, by, most);
  }

  private static List<String> splitAt(String text, String by, long most) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int at = text.indexOf(by);
        at >= 0 && (most < 0 || parts.size() < most);
        at = text.indexOf(by, from)) {
      parts.add(text.substring(from, at));
      from = at + by.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<String> splitSpaces(String text, long most) {
    var parts = new ArrayList<String>();
    int from = spaces(text, 0);
    while (from < text.length() && (most < 0 || parts.size() < most)) {
      int to = from;
      while (to < text.length() && !isSpace(text.charAt(to))) {
        to++;
      }
      parts.add(text.substring(from, to));
      from = spaces(text, to);
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }

  private static int spaces(String text, int from) {
    int to = from;
    while (to < text.length() && isSpace(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /// Every word with a capital first, the rest small.
  static String title(String text) {
    var title = new StringBuilder();
    boolean within = false;
    for (int point : text.codePoints().toArray()) {
      title.appendCodePoint(within ? Character.toLowerCase(point) : Character.toTitleCase(point));
      within = Character.isLetter(point);
    }
    return title.toString();
  }

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return new StringBuilder()
        .appendCodePoint(Character.toTitleCase(text.codePointAt(0)))
        .append(text.substring(first).toLowerCase(Locale.ROOT))
        .toString();
  }
}
