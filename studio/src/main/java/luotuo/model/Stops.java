package luotuo.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets a text through, piece by piece, up to the first stop text.
///
/// What may yet become a stop text is held back, and so is half of a character. Where the text ends
/// does not depend on how it was cut into pieces: the stop text that is complete first ends it.
public final class Stops {
  private final List<String> stops;
  private final StringBuilder held = new StringBuilder();
  private boolean stopped;
  private String rest = "";

  /// @param stops none of them empty; may be none
  public Stops(List<String> stops) {
    this.stops = List.copyOf(stops);
  }

  /// @return what is certain by now to be part of the text; may be empty
  public String add(String piece) {
    if (stopped) {
      rest += piece;
      return "";
    }
    held.append(piece);
    Found found = first();
    if (found == null) {
      return take(held.length() - unsure());
    }
    stopped = true;
    rest = held.substring(found.end());
    held.setLength(found.start());
    return take(found.start());
  }

  /// Nothing comes any more.
  ///
  /// @return what was held back and turned out to be text
  public String end() {
    int last = held.length() - 1;
    if (last >= 0 && Character.isHighSurrogate(held.charAt(last))) {
      held.setCharAt(last, '\uFFFD');
    }
    return take(held.length());
  }

  /// Whether a stop text came.
  public boolean stopped() {
    return stopped;
  }

  /// What came behind the stop text, so far.
  public String rest() {
    return rest;
  }

  private String take(int length) {
    String text = held.substring(0, length);
    held.delete(0, length);
    return text;
  }

  private record Found(int start, int end) {}

  private @Nullable Found first() {
    Found first = null;
    for (String stop : stops) {
      int start = held.indexOf(stop);
      if (start >= 0 && (first == null || before(start, start + stop.length(), first))) {
        first = new Found(start, start + stop.length());
      }
    }
    return first;
  }

  private static boolean before(int start, int end, Found other) {
    return end < other.end || (end == other.end && start < other.start);
  }

  /// The length of the longest end of the held text that a stop text, or a character, begins with.
  private int unsure() {
    int last = held.length() - 1;
    int most = last >= 0 && Character.isHighSurrogate(held.charAt(last)) ? 1 : 0;
    for (String stop : stops) {
      for (int n = Math.min(stop.length() - 1, held.length()); n > most; n--) {
        if (stop.startsWith(held.substring(held.length() - n))) {
          most = n;
        }
      }
    }
    return most;
  }
}
