package luotuo.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A speaker's mark: a name and a colon, perhaps with directions in brackets beside the name.
///
/// @param speaker the bare name; empty for a narrator
/// @param end index after the colon
record Mark(String speaker, boolean narrator, List<String> directions, int start, int end) {
  Mark {
    directions = List.copyOf(directions);
  }

  /// @return the mark that begins at this index, or null; at 0 a name may be missing
  static @Nullable Mark at(String s, int from) {
    Verbatim verbatim = Verbatim.at(s, from);
    if (verbatim != null) {
      return verbatim(s, from, verbatim);
    }
    return new MarkReader(s, from).read();
  }

  private static @Nullable Mark verbatim(String s, int from, Verbatim name) {
    boolean colon = name.end() < s.length() && Signs.colon(s.charAt(name.end()));
    return colon && !name.text().isBlank()
        ? new Mark(name.text(), false, List.of(), from, name.end() + 1)
        : null;
  }

  /// Whether words in quotation marks follow, with or without directions before them.
  boolean quotes(String s) {
    int at = Signs.skipBlank(s, end);
    while (Bracket.opens(s, at)) {
      int close = Bracket.close(s, at);
      if (close < 0) {
        return false;
      }
      at = Signs.skipBlank(s, close + 1);
    }
    return at < s.length() && Signs.quote(s.charAt(at)) > 0;
  }
}
