package luotuo.eval.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import luotuo.chat.Voice;
import luotuo.eval.PassingTalk;
import luotuo.job.Cancelled;
import luotuo.job.Progress;
import luotuo.job.Stopwatch;

/// Has golden dialogues with a voice.
public final class GoldenRun {
  private GoldenRun() {}

  /// @param questions what a turn asks of the voice
  public static List<GoldenResult> of(
      List<GoldenDialogue> dialogues,
      Voice voice,
      Function<GoldenTurn, Voice.Question> questions,
      Progress progress) {
    List<GoldenResult> results = new ArrayList<>();
    for (GoldenDialogue dialogue : dialogues) {
      progress.at("golden.asking", results.size(), dialogues.size());
      results.add(talk(dialogue, voice, questions));
    }
    progress.at("golden.asking", dialogues.size(), dialogues.size());
    return results;
  }

  private static GoldenResult talk(
      GoldenDialogue dialogue, Voice voice, Function<GoldenTurn, Voice.Question> questions) {
    Stopwatch watch = Stopwatch.started();
    PassingTalk talk = new PassingTalk(voice);
    List<GoldenResult.Replied> replied = new ArrayList<>();
    for (GoldenTurn turn : dialogue.turns()) {
      Cancelled.check();
      Voice.Answer answer = talk.say(questions.apply(turn));
      replied.add(
          new GoldenResult.Replied(turn, answer, Checking.problems(turn.expected(), answer)));
    }
    return new GoldenResult(dialogue, replied, watch.clockSeconds());
  }
}
