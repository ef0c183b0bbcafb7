package luotuo.corpus;

import org.jspecify.annotations.Nullable;

/// Text that is to be taken as it stands, in the upright twins of the corner brackets: `﹁…﹂`.
///
/// No transcript is written so; [SceneText] uses them where any plainer form would be read
/// differently. A closing mark within the text is doubled.
///
/// @param end index after the closing mark
record Verbatim(String text, int end) {
  private static final char OPEN = '﹁';
  private static final char CLOSE = '﹂';

  static String of(String text) {
    return OPEN + text.replace("﹂", "﹂﹂") + CLOSE;
  }

  static boolean in(String s) {
    return s.indexOf(OPEN) >= 0;
  }

  /// @return what stands verbatim from this index on, or null
  static @Nullable Verbatim at(String s, int from) {
    if (from >= s.length() || s.charAt(from) != OPEN) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (int i = from + 1; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == CLOSE) {
        if (i + 1 >= s.length() || s.charAt(i + 1) != CLOSE) {
          return new Verbatim(text.toString(), i + 1);
        }
        i++;
      }
      text.append(c);
    }
    return null;
  }

  /// @return the text of a whole string that is verbatim, or null
  static @Nullable String whole(String s) {
    Verbatim verbatim = at(s, 0);
    return verbatim != null && verbatim.end == s.length() && !verbatim.text.isBlank()
        ? verbatim.text
        : null;
  }

  static String deedOf(String text) {
    return "（" + of(text) + "）";
  }

  /// @return the text of a verbatim stage direction `（﹁…﹂）`, or null
  static @Nullable String deed(String s) {
    boolean bracketed = s.startsWith("（" + OPEN) && s.endsWith("）");
    return bracketed ? whole(s.substring(1, s.length() - 1)) : null;
  }
}
