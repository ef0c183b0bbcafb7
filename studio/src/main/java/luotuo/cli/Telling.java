package luotuo.cli;

import luotuo.app.Talk;
import luotuo.chat.Reply;
import luotuo.chat.Voice;
import luotuo.job.Cancelled;
import luotuo.job.Failure;

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

  /// @param who stands before the reply
  /// @throws Failure if there is no whole reply; what came of it was shown
  void say(Voice.Question question, String who, int width) {
    if (session.json()) {
      Reply reply = talk.say(question);
      session.output().json(ReplyShape.of(reply, talk.prompt().filter(_ -> showPrompt)));
    } else {
      show(question, new StreamedReply(session, who, width));
    }
  }

  private void show(Voice.Question question, StreamedReply reply) {
    try {
      reply.end(talk.say(question, reply::tell));
    } catch (Failure | Cancelled e) {
      reply.breakOff();
      throw e;
    }
    talk.prompt().filter(_ -> showPrompt).ifPresent(new PromptText(session)::show);
  }
}
