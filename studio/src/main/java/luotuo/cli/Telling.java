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
  private final Shown shown;

  /// @param shown what is shown beside the replies
  Telling(Session session, Talk talk, Shown shown) {
    this.session = session;
    this.talk = talk;
    this.shown = shown;
  }

  /// What is shown beside replies.
  ///
  /// @param prompt whether the prompt is, below each
  /// @param thoughts whether what the model thinks is, before each
  record Shown(boolean prompt, boolean thoughts) {
    static final Shown NOTHING = new Shown(false, false);
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
      session.output().json(ReplyShape.of(reply, talk.prompt().filter(_ -> shown.prompt())));
    } else {
      show(speech, new StreamedReply(session, who, width, shown.thoughts()));
    }
  }

  private void show(Speech speech, StreamedReply reply) {
    try {
      reply.end(speech.speak(reply::tell));
    } catch (Failure | Cancelled e) {
      reply.breakOff();
      throw e;
    }
    talk.prompt().filter(_ -> shown.prompt()).ifPresent(new PromptText(session)::show);
  }
}
