package luotuo.corpus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Questions and answers with blank lines between the exchanges, and free prose among or after
/// them. Every block between blank lines is a scene; a long one is cut where a question is asked.
final class InterviewForm implements TranscriptForm {
  private static final int LONG = 12;
  private static final double CLEARLY = 0.95;

  @Override
  public String name() {
    return "interview";
  }

  @Override
  public double likelihood(Sample sample) {
    Shape shape = sample.shape();
    boolean oneAnswers = shape.exchanges() >= 2 && shape.answered() * 3 >= shape.exchanges() * 2;
    return oneAnswers && shape.bare() > 2 * shape.quoted() ? CLEARLY : 0;
  }

  @Override
  public Transcript read(Sample sample, Options options) {
    return new TextReading(name(), sample, options, true, InterviewForm::scenes).read();
  }

  private static List<List<Turn>> scenes(TextFile file, Account account) {
    List<List<Reading>> blocks = Blocks.of(file.readings());
    InterviewScribe scribe = new InterviewScribe(file.name(), account, talkers(blocks));
    List<List<Turn>> scenes = new ArrayList<>();
    for (List<Reading> block : blocks) {
      List<Turn> turns = scribe.write(block);
      if (turns.size() > LONG) {
        scenes.addAll(exchanges(turns));
      } else if (!turns.isEmpty()) {
        scenes.add(turns);
      }
    }
    return scenes;
  }

  /// Who speaks in blocks that begin with a speaker.
  private static Set<String> talkers(List<List<Reading>> blocks) {
    Set<String> talkers = new HashSet<>();
    for (List<Reading> block : blocks) {
      if (InterviewScribe.opensWithSpeaker(block)) {
        talkers.addAll(Scribe.speakers(block));
      }
    }
    return talkers;
  }

  private static List<List<Turn>> exchanges(List<Turn> turns) {
    Scene all = new Scene("", 0, turns);
    String answers = Speakers.proposeCharacter(List.of(all)).orElse("");
    List<List<Turn>> exchanges = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < turns.size(); i++) {
      String before = Speakers.of(turns.get(i - 1));
      String now = Speakers.of(turns.get(i));
      if (before.equals(answers) && !now.isEmpty() && !now.equals(answers)) {
        exchanges.add(turns.subList(from, i));
        from = i;
      }
    }
    exchanges.add(turns.subList(from, turns.size()));
    return exchanges;
  }
}
