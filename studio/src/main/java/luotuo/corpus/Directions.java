package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;

/// Stage directions in brackets before and after some words. Brackets amid the words stay there.
record Directions(List<String> before, String words, List<String> after) {

  /// Takes off directions whose brackets are closed.
  static Directions closed(String s) {
    return new Peeling(s).leading(false).trailing(false).peeled();
  }

  /// Takes off directions, also one whose bracket is never closed.
  static Directions any(String s) {
    return new Peeling(s).leading(true).trailing(true).peeled();
  }

  /// As [#any], from words that go on: nothing follows them yet.
  static Directions leading(String s) {
    return new Peeling(s).leading(false).peeled();
  }

  private static final class Peeling {
    private final List<String> before = new ArrayList<>();

    /// The last one first.
    private final List<String> after = new ArrayList<>();

    private String words;

    Peeling(String s) {
      words = Signs.strip(s);
    }

    Peeling leading(boolean alsoOpen) {
      int from = 0;
      while (Bracket.opens(words, from)) {
        int close = Bracket.close(words, from);
        if (close < 0 && !alsoOpen || close >= 0 && Bracket.link(words, close)) {
          break;
        }
        int end = close < 0 ? words.length() : close;
        add(before, words.substring(from + 1, end));
        from = close < 0 ? end : skipColon(close + 1);
      }
      words = Signs.strip(words.substring(from));
      return this;
    }

    /// A colon may stand between a direction and the words.
    private int skipColon(int from) {
      int at = Signs.skipBlank(words, from);
      while (at < words.length() && Signs.colon(words.charAt(at))) {
        at = Signs.skipBlank(words, at + 1);
      }
      return at;
    }

    Peeling trailing(boolean alsoOpen) {
      String pause = pauseAfterDirection();
      int to = words.length() - pause.length();
      for (int open = lastDirection(to); open >= 0; open = lastDirection(to)) {
        add(after, words.substring(open + 1, to - 1));
        to = back(open);
      }
      words = words.substring(0, to) + pause;
      if (alsoOpen && pause.isEmpty()) {
        leftOpen();
      }
      return this;
    }

    /// @return the bracket that opens a direction ending here, with words before it, or -1
    private int lastDirection(int to) {
      if (to == 0 || Signs.bracket(words.charAt(to - 1)) >= 0) {
        return -1;
      }
      int open = Bracket.open(words, to - 1);
      return open > 0 && back(open) > 0 ? open : -1;
    }

    private int back(int from) {
      int at = from;
      while (at > 0 && Signs.blank(words.charAt(at - 1))) {
        at--;
      }
      return at;
    }

    /// The dots after a direction, `好（叹气）……`, which the voice makes and not the sentence.
    private String pauseAfterDirection() {
      int at = words.length();
      while (at > 0 && (words.charAt(at - 1) == '…' || words.charAt(at - 1) == '⋯')) {
        at--;
      }
      boolean pause = at < words.length() && lastDirection(at) >= 0;
      return pause ? words.substring(at) : "";
    }

    private void leftOpen() {
      int open = Bracket.leftOpen(words);
      if (open > 0 && Signs.hasWord(words.substring(open + 1))) {
        add(after, words.substring(open + 1));
        words = words.substring(0, back(open));
      }
    }

    private static void add(List<String> to, String direction) {
      String stripped = Signs.strip(direction);
      if (!stripped.isEmpty()) {
        to.add(stripped);
      }
    }

    Directions peeled() {
      return new Directions(before, words, after.reversed());
    }
  }
}
