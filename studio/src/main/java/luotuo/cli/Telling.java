package luotuo.cli;

import java.util.function.Consumer;
import luotuo.app.Talk;
import luotuo.app.shape.ReplyShape;
import luotuo.chat.Reply;
import luotuo.chat.Voice;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.Piece;

/// Says something to a persona and shows what it replies, for people or as JSON.
final class Telling {
  static final int WIDTH = 100;

  private final Session session;
  private final Talk talk;
  private final boolean showPrompt;

  /// @param showPrompt whether the prompt is shown below each reply
  Telling(Session session, Talk talk, boolean showPrompt) {
    this.session = session;
    this.talk = talk;
    this.showPrompt = showPrompt;
  }

  /// What makes the persona speak.
  @FunctionalInterface
  interface Speech {
    Reply speak(Consumer<Piece> pieces);
  }

  /// @param who stands before the reply
  /// @throws Failure if there is no whole reply; what came of it was shown
  void say(Voice.Question question, String who, int width) {
    tell(pieces -> talk.say(question, pieces), who, width);
  }

  /// As [#say].
  void tell(Speech speech, String who, int width) {
    if (session.json()) {
      Reply reply = speech.speak(_ -> {});
      session.output().json(ReplyShape.of(reply, talk.prompt().filter(_ -> showPrompt)));
    } else {
      show(speech, new StreamedReply(session, who, width));
    }
  }

  private void show(Speech speech, StreamedReply reply) {
    try {
      reply.end(speech.speak(reply::tell));
    } catch (Failure | Cancelled e) {
      reply.breakOff();
      throw e;
    }
    talk.prompt().filter(_ -> showPrompt).ifPresent(new PromptText(session)::show);
  }
}
