package luotuo.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luotuo.job.Problem;

/// Writes down a scene's turns from the readings of its lines, by what stands around each of them:
/// prose beside dialogue is narration, prose elsewhere is a passage.
final class Scribe {
  private final String file;
  private final Account account;
  private final Set<String> speakers;

  Scribe(String file, Account account, Set<String> speakers) {
    this.file = file;
    this.account = account;
    this.speakers = speakers;
  }

  /// Who speaks or acts in these lines.
  static Set<String> speakers(List<Reading> readings) {
    Set<String> speakers = new HashSet<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Uttered uttered) {
        uttered.turns().forEach(turn -> speakers.add(Speakers.of(turn)));
      }
    }
    speakers.remove("");
    return speakers;
  }

  /// Whether somebody speaks or acts in these lines.
  static boolean dialogue(List<Reading> readings) {
    return readings.stream().anyMatch(r -> r instanceof Reading.Uttered u && u.dialogue());
  }

  /// @param dialogue whether there is any around these lines
  /// @return the turns of lines that belong together; may be empty
  List<Turn> write(List<Reading> readings, boolean dialogue) {
    List<Turn> turns = new ArrayList<>();
    readings.forEach(reading -> write(reading, dialogue, turns));
    return turns;
  }

  private void write(Reading reading, boolean dialogue, List<Turn> turns) {
    Source source = new Source(file, reading.line());
    switch (reading) {
      case Reading.Blank _ -> account.blank();
      case Reading.Empty empty -> account.report(source, empty.problem(), empty.text());
      case Reading.Heading heading -> heading(heading, source, turns);
      case Reading.Uttered uttered -> {
        account.kept(uttered.lines());
        turns.addAll(uttered.turns());
      }
      case Reading.Section section -> keep(new Turn.Passage(section.text(), source), turns);
      case Reading.Alone alone -> keep(new Turn.Narrated(alone.words(), source), turns);
      case Reading.Prose prose ->
          keep(
              dialogue
                  ? new Turn.Narrated(Quotation.withoutStrayEnd(prose.text()), source)
                  : new Turn.Passage(prose.text(), source),
              turns);
    }
  }

  /// A name that speaks elsewhere and says nothing here is an empty mark; any other heading names
  /// no speaker.
  private void heading(Reading.Heading heading, Source source, List<Turn> turns) {
    if (!speakers.contains(heading.name())) {
      keep(new Turn.Passage(heading.text(), source), turns);
    } else if (heading.directions().isEmpty()) {
      account.report(source, Problem.of("corpus.emptySpeaker", heading.name()), heading.text());
    } else {
      account.kept(1);
      heading.directions().forEach(d -> turns.add(new Turn.Did(heading.name(), d, source)));
    }
  }

  private void keep(Turn turn, List<Turn> turns) {
    account.kept(1);
    turns.add(turn);
  }
}
