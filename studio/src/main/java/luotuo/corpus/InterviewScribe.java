package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import luotuo.job.Problem;

/// Writes down a block of an interview: prose is a passage, but below an answer it is more of the
/// answer.
final class InterviewScribe {
  private final String file;
  private final Account account;
  private final Set<String> talkers;
  private String speaker = "";

  /// @param talkers who take part; a name that stands before a colon in prose is none
  InterviewScribe(String file, Account account, Set<String> talkers) {
    this.file = file;
    this.account = account;
    this.talkers = talkers;
  }

  static boolean opensWithSpeaker(List<Reading> block) {
    for (Reading reading : block) {
      if (!(reading instanceof Reading.Blank)) {
        return reading instanceof Reading.Uttered uttered && uttered.dialogue();
      }
    }
    return false;
  }

  List<Turn> write(List<Reading> block) {
    speaker = "";
    boolean exchange = opensWithSpeaker(block);
    List<Turn> turns = new ArrayList<>();
    block.forEach(reading -> write(reading, exchange, turns));
    return turns;
  }

  private void write(Reading reading, boolean exchange, List<Turn> turns) {
    Source source = new Source(file, reading.line());
    switch (reading) {
      case Reading.Blank _ -> account.blank();
      case Reading.Empty empty -> account.report(source, empty.problem(), empty.text());
      case Reading.Heading heading -> heading(heading, source, turns);
      case Reading.Uttered uttered -> uttered(uttered, exchange, source, turns);
      case Reading.Section section -> prose(section.text(), source, turns);
      case Reading.Alone alone -> prose(alone.text(), source, turns);
      case Reading.Prose prose -> prose(prose.text(), source, turns);
    }
  }

  private void uttered(Reading.Uttered uttered, boolean exchange, Source source, List<Turn> turns) {
    boolean known = uttered.turns().stream().map(Speakers::of).allMatch(this::takesPart);
    account.kept(uttered.lines());
    if (exchange || known) {
      turns.addAll(uttered.turns());
      speaker = exchange ? Speakers.of(uttered.turns().getLast()) : "";
    } else {
      turns.add(new Turn.Passage(uttered.text(), source));
    }
  }

  private boolean takesPart(String name) {
    return name.isEmpty() || talkers.contains(name);
  }

  private void heading(Reading.Heading heading, Source source, List<Turn> turns) {
    if (talkers.contains(heading.name()) && heading.directions().isEmpty()) {
      account.report(source, Problem.of("corpus.emptySpeaker", heading.name()), heading.text());
      speaker = heading.name();
    } else {
      prose(heading.text(), source, turns);
    }
  }

  private void prose(String text, Source source, List<Turn> turns) {
    account.kept(1);
    turns.add(
        speaker.isEmpty() ? new Turn.Passage(text, source) : new Turn.Said(speaker, text, source));
  }
}
