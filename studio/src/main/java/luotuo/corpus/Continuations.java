package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;

/// Joins lines to the quotation that an earlier line left open, where one of them closes it before
/// a blank line or another speaker comes. A quotation that is never closed ends with its line.
final class Continuations {
  private final List<Reading> readings;
  private final List<Reading> joined;

  private Continuations(List<Reading> readings) {
    this.readings = readings;
    this.joined = new ArrayList<>(readings.size());
  }

  static List<Reading> join(List<Reading> readings) {
    Continuations continuations = new Continuations(readings);
    int at = 0;
    while (at < readings.size()) {
      at = continuations.take(at);
    }
    return continuations.joined;
  }

  /// @return the index of the next line that is not part of this one
  private int take(int at) {
    Reading reading = readings.get(at);
    if (!(reading instanceof Reading.Uttered uttered) || uttered.opened() == null) {
      joined.add(reading);
      return at + 1;
    }
    int closing = closing(at + 1, uttered.opened());
    if (closing < 0) {
      joined.add(onItsOwn(uttered, uttered.opened()));
      return at + 1;
    }
    joined.add(together(uttered, uttered.opened(), at, closing));
    return closing + 1;
  }

  /// @return the index of the line that closes the quotation, or -1
  private int closing(int from, Opened opened) {
    int family = Signs.quote(opened.mark());
    int depth = opened.depth();
    boolean words = !opened.words().isEmpty();
    for (int i = from; i < readings.size() && mayGoOn(readings.get(i)); i++) {
      String line = readings.get(i).text();
      int close = Quotation.close(line, family, depth);
      words |= close < 0 || close > 0;
      if (close >= 0) {
        return words ? i : -1;
      }
      depth = Quotation.depth(line, family, depth);
    }
    return -1;
  }

  private static boolean mayGoOn(Reading reading) {
    return switch (reading) {
      case Reading.Prose _, Reading.Alone _, Reading.Empty _ -> true;
      case Reading.Heading heading -> heading.name().isEmpty();
      case Reading.Blank _, Reading.Uttered _, Reading.Section _ -> false;
    };
  }

  private Reading together(Reading.Uttered first, Opened opened, int at, int closing) {
    StringBuilder text = new StringBuilder(first.text());
    StringBuilder words = new StringBuilder(opened.words());
    int depth = opened.depth();
    for (int i = at + 1; i < closing; i++) {
      Quotation.add(text, readings.get(i).text());
      Quotation.add(words, readings.get(i).text());
      depth = Quotation.depth(readings.get(i).text(), Signs.quote(opened.mark()), depth);
    }
    String last = readings.get(closing).text();
    Quotation.add(text, last);
    int end = Quotation.close(last, Signs.quote(opened.mark()), depth);
    Quotation.add(words, Signs.strip(last.substring(0, end)));
    Opened whole = opened.with(words.toString());
    List<Turn> turns = new ArrayList<>(List.of(whole.turn()));
    Source source = new Source(opened.source().file(), readings.get(closing).line());
    turns.addAll(rest(Signs.strip(last.substring(end + 1)), whole, source));
    return first.closed(turns, text.toString(), closing - at + 1);
  }

  /// What follows the closing mark: directions, another speaker, or narration.
  private static List<Turn> rest(String rest, Opened whole, Source source) {
    if (!Signs.hasWord(rest)) {
      return List.of();
    }
    Mark mark = Mark.at(rest, 0);
    if (mark != null && mark.quotes(rest)) {
      List<Turn> turns = Utterance.read(rest, mark, source).ended().turns();
      return turns.isEmpty() ? List.of(new Turn.Narrated(rest, source)) : turns;
    }
    Directions directions = Directions.closed(rest);
    if (!directions.words().isEmpty() || whole.speaker().isEmpty()) {
      return List.of(new Turn.Narrated(rest, source));
    }
    return directions.before().stream()
        .<Turn>map(deed -> new Turn.Did(whole.speaker(), deed, source))
        .toList();
  }

  private static Reading onItsOwn(Reading.Uttered uttered, Opened opened) {
    Reading.Uttered ended = uttered.ended();
    return ended.turns().isEmpty()
        ? LineReader.emptySpeaker(uttered.line(), uttered.text(), opened.speaker())
        : ended;
  }
}
