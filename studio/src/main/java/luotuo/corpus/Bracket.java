package luotuo.corpus;

/// Brackets that belong together.
final class Bracket {
  private Bracket() {}

  static boolean opens(String s, int at) {
    return at < s.length() && Signs.bracket(s.charAt(at)) > 0;
  }

  /// @return the index of the bracket that closes the one at `open`, or -1
  static int close(String s, int open) {
    int family = Signs.bracket(s.charAt(open));
    int depth = 0;
    for (int i = open; i < s.length(); i++) {
      int bracket = Signs.bracket(s.charAt(i));
      if (bracket == family) {
        depth++;
      } else if (bracket == -family && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// @return the index of the bracket that opens the one at `close`, or -1
  static int open(String s, int close) {
    int family = -Signs.bracket(s.charAt(close));
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      int bracket = Signs.bracket(s.charAt(i));
      if (bracket == -family) {
        depth++;
      } else if (bracket == family && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// @return the index of the last bracket that opens and is never closed, or -1
  static int leftOpen(String s) {
    int closed = 0;
    for (int i = s.length() - 1; i >= 0; i--) {
      int bracket = Signs.bracket(s.charAt(i));
      if (bracket < 0) {
        closed++;
      } else if (bracket > 0 && --closed < 0) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a square bracket begins a link, `[words](address)`.
  static boolean link(String s, int close) {
    return s.charAt(close) == ']' && close + 1 < s.length() && s.charAt(close + 1) == '(';
  }
}
