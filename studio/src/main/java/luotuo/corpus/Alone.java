package luotuo.corpus;

import org.jspecify.annotations.Nullable;

/// A line without a name that is wholly in brackets or in quotation marks.
final class Alone {
  private Alone() {}

  /// @return the words within, or null where the line is something else
  static @Nullable String words(String s) {
    if (Bracket.opens(s, 0)) {
      return bracketed(s);
    }
    return Signs.quote(s.charAt(0)) > 0 ? quoted(s) : null;
  }

  /// The words within where all stands in one pair of brackets, or else what was given.
  static String inBrackets(String s) {
    boolean whole = Bracket.opens(s, 0) && Bracket.close(s, 0) == s.length() - 1;
    String within = whole ? Signs.strip(s.substring(1, s.length() - 1)) : s;
    return within.isEmpty() ? s : within;
  }

  private static @Nullable String bracketed(String s) {
    if (s.startsWith("{{") || s.startsWith("[[") || JsonLine.looksSo(s)) {
      return null;
    }
    int close = Bracket.close(s, 0);
    if (close < 0) {
      boolean round = Math.abs(Signs.bracket(s.charAt(0))) == 1;
      return round ? Signs.strip(s.substring(1)) : null;
    }
    if (close == s.length() - 1) {
      return inBrackets(s);
    }
    return Directions.closed(s).words().isEmpty() ? s : null;
  }

  private static @Nullable String quoted(String s) {
    if (Quotation.close(s, 0) < 0 && Signs.quote(s.charAt(0)) == 7) {
      return null;
    }
    Quotation quotation = Quotation.of(s);
    return quotation.words().equals(s) ? null : quotation.words();
  }
}
