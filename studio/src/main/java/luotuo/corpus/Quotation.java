package luotuo.corpus;

/// Words of one speaker without the quotation marks around them.
///
/// @param depth how many marks are still open at the end; 0 where the quotation is closed
/// @param mark the mark that opened it; a space where none did
record Quotation(String words, int depth, char mark) {
  private static final String SINGLE = "'‘";
  private static final String SINGLE_END = "'’";

  /// @return the index of the mark that closes the quotation opened at `open`, or -1
  static int close(String s, int open) {
    char mark = s.charAt(open);
    int family = Signs.quote(mark);
    if (family == 7) {
      return s.indexOf(mark, open + 1);
    }
    int depth = 0;
    for (int i = open; i < s.length(); i++) {
      int quote = Signs.quote(s.charAt(i));
      if (quote == family) {
        depth++;
      } else if (quote == -family && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// What is left to close after some more text, counted for one family of marks.
  static int depth(String s, int family, int before) {
    int depth = before;
    for (int i = 0; i < s.length(); i++) {
      depth += step(s.charAt(i), family, depth);
    }
    return depth;
  }

  /// @return the index where so many open marks are closed, or -1
  static int close(String s, int family, int open) {
    int depth = open;
    for (int i = 0; i < s.length(); i++) {
      depth += step(s.charAt(i), family, depth);
      if (depth <= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int step(char c, int family, int depth) {
    int quote = Signs.quote(c);
    if (quote == 7 && family == 7) {
      return depth > 0 ? -1 : 1;
    }
    return quote == family ? 1 : quote == -family ? -1 : 0;
  }

  static Quotation of(String s) {
    if (s.isEmpty()) {
      return closed(s);
    }
    char first = s.charAt(0);
    char last = s.charAt(s.length() - 1);
    if (first == '”' && s.length() > 1 && Signs.quote(last) != 0) {
      return closed(inside(s));
    }
    if (Signs.quote(first) > 0) {
      return opened(s, last);
    }
    if (SINGLE.indexOf(first) >= 0 && s.length() > 2 && SINGLE_END.indexOf(last) >= 0) {
      return closed(inside(s));
    }
    return closed(withoutStrayEnd(s));
  }

  private static Quotation opened(String s, char last) {
    int close = close(s, 0);
    if (close == s.length() - 1) {
      return closed(inside(s));
    }
    boolean ends = s.length() > 1 && Signs.quote(last) != 0;
    if (close < 0) {
      int family = Signs.quote(s.charAt(0));
      return ends
          ? closed(inside(s))
          : new Quotation(Signs.strip(s.substring(1)), depth(s, family, 0), s.charAt(0));
    }
    return closed(ends ? pieces(s, close) : beforeWords(s, close));
  }

  /// `「甲」「乙」` is two pieces of one utterance; `「甲」和「乙」` are words with two quotations; in `「甲」乙」`
  /// one mark is astray.
  private static String pieces(String s, int firstClose) {
    StringBuilder pieces = new StringBuilder(s.substring(1, firstClose));
    int at = Signs.skipBlank(s, firstClose + 1);
    while (at < s.length()) {
      int close = Signs.quote(s.charAt(at)) > 0 ? close(s, at) : -1;
      if (close < 0) {
        return depth(s, Signs.quote(s.charAt(0)), 0) == 0 ? s : inside(s);
      }
      add(pieces, Signs.strip(s.substring(at + 1, close)));
      at = Signs.skipBlank(s, close + 1);
    }
    return Signs.strip(pieces.toString());
  }

  static void add(StringBuilder pieces, String piece) {
    if (!pieces.isEmpty() && !piece.isEmpty() && Signs.spaced(pieces, piece)) {
      pieces.append(' ');
    }
    pieces.append(piece);
  }

  /// `「甲」。` is a quotation, `「甲」是乙` are words that begin with one.
  private static String beforeWords(String s, int close) {
    String rest = s.substring(close + 1);
    if (Signs.hasWord(rest) || hasQuote(rest)) {
      return s;
    }
    String words = Signs.strip(s.substring(1, close));
    boolean bare = !words.isEmpty() && Character.isLetterOrDigit(words.charAt(words.length() - 1));
    return bare ? words + Signs.strip(rest) : words;
  }

  /// Without a mark at the end that closes nothing.
  static String withoutStrayEnd(String s) {
    int mark = Signs.quote(s.charAt(s.length() - 1));
    if (mark == 0 || mark > 0 && mark != 7) {
      return s;
    }
    int left = depth(s, Math.abs(mark), 0);
    boolean astray = mark == 7 ? left != 0 : left < 0;
    return astray && s.length() > 1 ? Signs.strip(s.substring(0, s.length() - 1)) : s;
  }

  private static boolean hasQuote(String s) {
    return s.chars().anyMatch(c -> Signs.quote((char) c) != 0);
  }

  private static String inside(String s) {
    return Signs.strip(s.substring(1, s.length() - 1));
  }

  private static Quotation closed(String words) {
    return new Quotation(words, 0, ' ');
  }
}
