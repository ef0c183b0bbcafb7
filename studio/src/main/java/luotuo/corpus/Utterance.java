package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The turns of a line that has a speaker's mark: `A:「…」（…）B:「…」`.
final class Utterance {
  private final String s;
  private final Source source;
  private final List<Turn> turns = new ArrayList<>();
  private @Nullable Opened opened;

  private Utterance(String s, Source source) {
    this.s = s;
    this.source = source;
  }

  /// @return the line's turns; none where nothing is said after the marks
  static Reading.Uttered read(String s, Mark first, Source source) {
    Utterance line = new Utterance(s, source);
    Mark mark = first;
    while (mark != null) {
      Mark next = line.next(mark.end());
      int end = next == null ? s.length() : next.start();
      line.opened = null;
      line.words(mark, Signs.strip(s.substring(mark.end(), end)));
      mark = next;
    }
    return new Reading.Uttered(source.line(), s, line.turns, first.quotes(s), line.opened, 1);
  }

  /// The mark of another speaker behind a quotation that is closed.
  private @Nullable Mark next(int from) {
    int at = skipDirections(Signs.skipBlank(s, from));
    if (!quotes(at)) {
      return null;
    }
    while (quotes(at)) {
      int close = Quotation.close(s, at);
      if (close < 0) {
        return null;
      }
      at = skipDirections(Signs.skipBlank(s, close + 1));
    }
    Mark mark = at < s.length() ? Mark.at(s, at) : null;
    return mark != null && mark.quotes(s) ? mark : null;
  }

  private boolean quotes(int at) {
    return at < s.length() && Signs.quote(s.charAt(at)) > 0;
  }

  private int skipDirections(int from) {
    int at = from;
    while (Bracket.opens(s, at)) {
      int close = Bracket.close(s, at);
      if (close < 0) {
        return at;
      }
      at = Signs.skipBlank(s, close + 1);
    }
    return at;
  }

  private void words(Mark mark, String words) {
    if (mark.narrator()) {
      mark.directions().forEach(this::narrated);
      narration(words);
      return;
    }
    mark.directions().forEach(direction -> did(mark.speaker(), direction));
    String verbatim = Verbatim.whole(words);
    if (verbatim == null) {
      speech(mark.speaker(), words);
    } else {
      said(mark.speaker(), verbatim);
    }
  }

  private void narration(String words) {
    String verbatim = Verbatim.whole(words);
    if (verbatim != null) {
      narrated(verbatim);
      return;
    }
    Quotation quotation = Quotation.of(words);
    open("", quotation.words(), quotation);
    if (opened == null) {
      narrated(Alone.inBrackets(quotation.words()));
    }
  }

  private void speech(String speaker, String words) {
    String deed = Verbatim.deed(words);
    if (deed != null) {
      did(speaker, deed);
      return;
    }
    Directions outside = Directions.closed(words);
    Quotation quotation = Quotation.of(outside.words());
    boolean goesOn = quotation.depth() > 0 && outside.after().isEmpty();
    Directions inside =
        goesOn ? Directions.leading(quotation.words()) : Directions.any(quotation.words());
    outside.before().forEach(direction -> did(speaker, direction));
    inside.before().forEach(direction -> did(speaker, direction));
    if (goesOn) {
      open(speaker, inside.words(), quotation);
      return;
    }
    said(speaker, inside.words());
    inside.after().forEach(direction -> did(speaker, direction));
    outside.after().forEach(direction -> did(speaker, direction));
  }

  private void open(String speaker, String words, Quotation quotation) {
    if (quotation.depth() > 0) {
      opened = new Opened(speaker, words, quotation.mark(), quotation.depth(), source);
    }
  }

  private void said(String speaker, String words) {
    if (!words.isEmpty()) {
      turns.add(new Turn.Said(speaker, words, source));
    }
  }

  private void did(String speaker, String direction) {
    turns.add(new Turn.Did(speaker, direction, source));
  }

  private void narrated(String words) {
    if (!words.isEmpty()) {
      turns.add(new Turn.Narrated(words, source));
    }
  }
}
