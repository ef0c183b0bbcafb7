package luotuo.corpus;

/// What punctuation means to a reader of transcripts, character by character.
final class Signs {
  private Signs() {}

  static boolean colon(char c) {
    return c == ':' || c == '：';
  }

  /// The family of a bracket: above 0 where it opens, below 0 where it closes, 0 for anything else.
  static int bracket(char c) {
    return switch (c) {
      case '(', '（' -> 1;
      case ')', '）' -> -1;
      case '{', '｛' -> 2;
      case '}', '｝' -> -2;
      case '[', '［' -> 3;
      case ']', '］' -> -3;
      case '〔' -> 4;
      case '〕' -> -4;
      default -> 0;
    };
  }

  /// The family of a quotation mark, as of a bracket; 7 for marks that open and close alike.
  static int quote(char c) {
    return switch (c) {
      case '「' -> 1;
      case '」' -> -1;
      case '『' -> 2;
      case '』' -> -2;
      case '“' -> 3;
      case '”' -> -3;
      case '«' -> 4;
      case '»' -> -4;
      case '‹' -> 5;
      case '›' -> -5;
      case '〝' -> 6;
      case '〞', '〟' -> -6;
      case '"', '＂' -> 7;
      default -> 0;
    };
  }

  /// What ends a sentence or a part of it.
  static boolean punctuation(char c) {
    return switch (c) {
      case '，', '。', '！', '？', '；', '…', '⋯', ',', '.', '!', '?', ';' -> true;
      default -> false;
    };
  }

  static boolean comma(char c) {
    return c == ',' || c == '，';
  }

  /// Written without spaces between words: Han, kana, hangul, full-width signs.
  static boolean wide(char c) {
    return c >= '\u2E80';
  }

  /// White space, and what cannot be seen either.
  static boolean blank(char c) {
    if (c <= ' ') {
      return true;
    }
    if (c < '\u0080') {
      return c == '\u007F';
    }
    return c <= '\u00A0' || c >= '\u1680' && invisible(c);
  }

  private static boolean invisible(char c) {
    return c == '\uFEFF'
        || c >= '\u200B' && c <= '\u200F'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c);
  }

  static int skipBlank(String s, int from) {
    int at = from;
    while (at < s.length() && blank(s.charAt(at))) {
      at++;
    }
    return at;
  }

  static String strip(String s) {
    int from = skipBlank(s, 0);
    int to = s.length();
    while (to > from && blank(s.charAt(to - 1))) {
      to--;
    }
    return s.substring(from, to);
  }

  /// Whether there is a letter or a digit, without which nothing is said.
  static boolean hasWord(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (Character.isLetterOrDigit(Character.isHighSurrogate(c) ? s.codePointAt(i) : c)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasHan(String s) {
    return s.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  /// Two pieces of one text, with a space between them where the script has spaces.
  static String join(String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before + after;
    }
    return spaced(before, after) ? before + " " + after : before + after;
  }

  static boolean spaced(CharSequence before, CharSequence after) {
    return !wide(before.charAt(before.length() - 1)) && !wide(after.charAt(0));
  }
}
