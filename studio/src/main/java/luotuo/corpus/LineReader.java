package luotuo.corpus;

import java.util.List;
import luotuo.job.Problem;
import org.jspecify.annotations.Nullable;

/// Reads lines one by one, by their form alone.
final class LineReader {
  private final String file;

  LineReader(String file) {
    this.file = file;
  }

  Reading read(Line line) {
    return line.text().isBlank() ? new Reading.Blank(line.number()) : read(line, line.text());
  }

  /// @param written the line's text, or what a form that has more marks leaves of it
  Reading read(Line line, String written) {
    String raw = Signs.strip(written);
    Source source = new Source(file, line.number());
    Reading whole = structured(raw, source);
    if (whole != null) {
      return whole;
    }
    String s = Signs.strip(Wiki.plain(raw));
    if (s.isEmpty()) {
      return empty(line.number(), raw);
    }
    Mark mark = Mark.at(s, 0);
    return mark == null ? unmarked(s, line.number()) : marked(s, mark, source);
  }

  private static @Nullable Reading structured(String s, Source source) {
    String passage = Verbatim.whole(s);
    if (passage != null) {
      List<Turn> turns = List.of(new Turn.Passage(passage, source));
      return new Reading.Uttered(source.line(), s, turns, false, null, 1);
    }
    return JsonLine.looksSo(s) ? JsonLine.read(s, source) : null;
  }

  private static Reading marked(String s, Mark mark, Source source) {
    if (Signs.skipBlank(s, mark.end()) == s.length()) {
      return mark.narrator()
          ? emptySpeaker(source.line(), s, Signs.strip(s.substring(0, mark.end() - 1)))
          : new Reading.Heading(source.line(), s, mark.speaker(), mark.directions());
    }
    Reading.Uttered uttered = Utterance.read(s, mark, source);
    boolean nothing = uttered.turns().isEmpty() && uttered.opened() == null;
    return nothing ? emptySpeaker(source.line(), s, mark.speaker()) : uttered;
  }

  private static Reading unmarked(String s, int line) {
    if (!Signs.hasWord(s)) {
      return empty(line, s);
    }
    if (Signs.colon(s.charAt(s.length() - 1))) {
      return new Reading.Heading(line, s, "", List.of());
    }
    String alone = Alone.words(s);
    return alone == null || alone.isEmpty()
        ? new Reading.Prose(line, s)
        : new Reading.Alone(line, s, alone);
  }

  static Reading.Empty empty(int line, String s) {
    return new Reading.Empty(line, s, Problem.of("corpus.noWords"));
  }

  /// A name that says nothing; without a name, nothing at all.
  static Reading.Empty emptySpeaker(int line, String s, String name) {
    return name.isEmpty()
        ? empty(line, s)
        : new Reading.Empty(line, s, Problem.of("corpus.emptySpeaker", name));
  }
}
