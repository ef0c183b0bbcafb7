package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a mark off a line, one character after the other, and gives up at the first sign that
/// these are words and not a name.
final class MarkReader {
  private static final int MOST = 60;
  private static final String NEVER = "。！？；!?;…⋯|=<>{}#\\\"＂\n";

  private final String s;
  private final int from;
  private final StringBuilder name = new StringBuilder();
  private final List<String> directions = new ArrayList<>();
  private final boolean first;
  private boolean list;

  MarkReader(String s, int from) {
    this.s = s;
    this.from = Signs.skipBlank(s, from);
    this.first = from == 0;
  }

  @Nullable Mark read() {
    int at = from;
    while (at < s.length() && !Signs.colon(s.charAt(at))) {
      at = next(at);
      if (at < 0) {
        return null;
      }
    }
    return at < s.length() && !figure(at) ? mark(at) : null;
  }

  /// @return the index to go on at, or -1
  private int next(int at) {
    char c = s.charAt(at);
    if (Signs.bracket(c) > 0) {
      return direction(at);
    }
    boolean words = NEVER.indexOf(c) >= 0 || c == '.' && !Name.abbreviated(name);
    if (words || name.length() >= MOST) {
      return -1;
    }
    list |= Signs.comma(c);
    name.append(c);
    return at + 1;
  }

  private int direction(int at) {
    int close = Bracket.close(s, at);
    if (close < 0) {
      return -1;
    }
    String direction = Signs.strip(s.substring(at + 1, close));
    if (!direction.isEmpty()) {
      directions.add(direction);
    }
    return close + 1;
  }

  /// An address, a path, a time of day or a scope operator: `https://`, `10:30`, `a::b`.
  private boolean figure(int colon) {
    if (colon + 1 >= s.length()) {
      return false;
    }
    char after = s.charAt(colon + 1);
    boolean time =
        colon > from && Character.isDigit(s.charAt(colon - 1)) && Character.isDigit(after);
    return time || after == '\\' || Signs.colon(after) || s.startsWith("//", colon + 1);
  }

  private @Nullable Mark mark(int colon) {
    String bare = Name.bare(name.toString());
    if (Name.narrates(bare)) {
      return new Mark("", true, directions, from, colon + 1);
    }
    if (!Signs.hasWord(bare)) {
      return nameless(colon);
    }
    Mark mark = new Mark(bare, false, directions, from, colon + 1);
    boolean named = Name.names(bare, !directions.isEmpty()) && balanced(bare);
    return named && (!list || Name.list(bare) && mark.quotes(s)) ? mark : null;
  }

  private @Nullable Mark nameless(int colon) {
    boolean narrator = directions.size() == 1 && Name.narrates(directions.getFirst());
    return narrator || first && directions.isEmpty()
        ? new Mark("", true, List.of(), from, colon + 1)
        : null;
  }

  /// A name does not begin or end amid a quotation.
  private static boolean balanced(String name) {
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      int quote = Signs.quote(name.charAt(i));
      depth += Integer.signum(quote);
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }
}
