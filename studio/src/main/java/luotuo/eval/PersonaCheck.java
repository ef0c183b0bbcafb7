package luotuo.eval;

import java.util.ArrayList;
import java.util.List;
import luotuo.chat.OwnLines;
import luotuo.chat.Voice;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.persona.Persona;

/// Checks a persona against itself: what was asked in its scenes should be answered from there, and
/// what belongs to others should be declined.
public final class PersonaCheck {
  private static final int MOST_ASKED = 100;

  private PersonaCheck() {}

  /// @param asked questions of the persona's own scenes that were tried
  /// @param answered how many of them got an answer
  /// @param right how many got it from the scene that they come from, or in the same words
  /// @param foreign questions of others that were tried
  /// @param declined how many of them were declined
  /// @param unanswered own questions that got no answer
  /// @param taken foreign questions that got one
  public record Check(
      int asked,
      int answered,
      int right,
      int foreign,
      int declined,
      List<String> unanswered,
      List<String> taken) {}

  private record Asked(Scene scene, String question, String reply) {}

  /// @param foreign questions that the persona can hardly have spoken of
  public static Check run(
      Persona persona, OwnLines voice, List<String> foreign, Progress progress) {
    List<Asked> asked = spread(asked(persona));
    int all = asked.size() + foreign.size();
    int right = 0;
    List<String> unanswered = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      progress.at("eval.checking", i, all);
      Voice.Answer answer = ask(voice, asked.get(i).question());
      right += isRight(answer, asked.get(i)) ? 1 : 0;
      if (answer.outOfScope()) {
        unanswered.add(asked.get(i).question());
      }
    }
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < foreign.size(); i++) {
      progress.at("eval.checking", asked.size() + i, all);
      if (!ask(voice, foreign.get(i)).outOfScope()) {
        taken.add(foreign.get(i));
      }
    }
    progress.at("eval.checking", all, all);
    return new Check(
        asked.size(),
        asked.size() - unanswered.size(),
        right,
        foreign.size(),
        foreign.size() - taken.size(),
        unanswered,
        taken);
  }

  private static Voice.Answer ask(OwnLines voice, String question) {
    return voice.answer(Voice.Question.of(question), List.of());
  }

  private static boolean isRight(Voice.Answer answer, Asked asked) {
    return answer.text().contains(asked.reply())
        || answer.evidence().stream().anyMatch(e -> e.scene().equals(asked.scene().id()));
  }

  private static List<Asked> asked(Persona persona) {
    List<Asked> asked = new ArrayList<>();
    for (Scene scene : persona.scenes()) {
      List<Turn> turns = scene.turns();
      for (int i = 0; i + 1 < turns.size(); i++) {
        if (turns.get(i) instanceof Turn.Said question
            && !persona.is(question.speaker())
            && turns.get(i + 1) instanceof Turn.Said reply
            && persona.is(reply.speaker())) {
          asked.add(new Asked(scene, question.text(), reply.text()));
        }
      }
    }
    return asked;
  }

  /// At most a hundred, evenly from the whole.
  private static List<Asked> spread(List<Asked> all) {
    int n = Math.min(MOST_ASKED, all.size());
    List<Asked> some = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      some.add(all.get((int) ((long) i * all.size() / n)));
    }
    return some;
  }
}
