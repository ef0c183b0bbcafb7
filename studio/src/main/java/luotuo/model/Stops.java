package luotuo.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets a text through, piece by piece, up to the first stop text.
///
/// What may yet become a stop text is held back, and so is half of a character. Where the text ends
/// does not depend on how it was cut into pieces: the stop text that is complete first ends it.
public final class Stops {
  /// By their first character: most pieces hold none of these.
  private final Map<Character, List<String>> stops;

  private final StringBuilder held = new StringBuilder();
  private boolean stopped;
  private String rest = "";

  /// @param stops none of them empty; may be none
  public Stops(List<String> stops) {
    this.stops = stops.stream().collect(Collectors.groupingBy(stop -> stop.charAt(0)));
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
    for (int i = 0; i < held.length(); i++) {
      for (String stop : stops.getOrDefault(held.charAt(i), List.of())) {
        int end = i + stop.length();
        if (end <= held.length() && agrees(stop, i, end) && (first == null || end < first.end)) {
          first = new Found(i, end);
        }
      }
    }
    return first;
  }

  /// Whether the held text between two places is what a stop text begins with.
  private boolean agrees(String stop, int from, int to) {
    for (int i = from; i < to; i++) {
      if (stop.charAt(i - from) != held.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The length of the longest end of the held text that a stop text, or a character, begins with.
  private int unsure() {
    int end = held.length();
    for (int i = 0; i < end; i++) {
      for (String stop : stops.getOrDefault(held.charAt(i), List.of())) {
        if (stop.length() > end - i && agrees(stop, i, end)) {
          return end - i;
        }
      }
    }
    return end > 0 && Character.isHighSurrogate(held.charAt(end - 1)) ? 1 : 0;
  }
}
