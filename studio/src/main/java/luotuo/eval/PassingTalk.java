package luotuo.eval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Reply;
import luotuo.chat.Voice;

/// A talk with a voice that is kept nowhere, and in which nothing is learned of who asks.
public final class PassingTalk {
  private final Voice voice;
  private final List<ConversationTurn> history = new ArrayList<>();

  public PassingTalk(Voice voice) {
    this.voice = voice;
  }

  public Voice.Answer say(Voice.Question question) {
    Voice.Answer answer = voice.answer(question, List.copyOf(history));
    int number = history.size() + 1;
    Reply reply =
        new Reply(
            question.text(),
            answer.text(),
            answer.outOfScope(),
            answer.evidence(),
            voice.name(),
            answer.why(),
            0,
            answer.usage(),
            "");
    history.add(
        new ConversationTurn(number, number - 1L, number, question.asker(), Instant.EPOCH, reply));
    return answer;
  }

  /// What the persona replied so far.
  public List<String> replies() {
    return history.stream().map(turn -> turn.reply().text()).toList();
  }
}
