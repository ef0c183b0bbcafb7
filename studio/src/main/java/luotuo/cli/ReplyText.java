package luotuo.cli;

import java.util.List;
import luotuo.app.Speaking;
import luotuo.app.shape.RecallShape;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Evidence;
import luotuo.chat.Reply;
import luotuo.model.Usage;

/// Replies as they are shown: the words, and one dim line with what they rest on.
final class ReplyText {
  private static final int LEAST_QUOTE = 20;

  private final Session session;
  private final Output output;

  ReplyText(Session session) {
    this.session = session;
    this.output = session.output();
  }

  /// Says what the voice is, where somebody reads it who needs to know.
  ///
  /// @param voice the voice's name
  void introduce(boolean read, String voice) {
    if (read && !session.json()) {
      session.remark(
          voice.equals(Speaking.OWN_LINES)
              ? session.words("chat.ownLines")
              : session.words("chat.model", Printable.line(voice)));
    }
  }

  /// @param who stands before the words
  void show(Reply reply, String who, int width) {
    output.line(who + Printable.text(reply.text()));
    rests(reply, width);
  }

  /// The line with what the reply rests on.
  void rests(Reply reply, int width) {
    if (reply.evidence().isEmpty() && reply.outOfScope()) {
      output.dim("  " + session.words("reply.declined"));
    }
    rests(reply.evidence(), width);
  }

  /// The first of what words rest on, if there is any.
  void rests(List<Evidence> evidence, int width) {
    if (!evidence.isEmpty()) {
      output.dim(restsOn(evidence, width));
    }
  }

  private String restsOn(List<Evidence> evidence, int width) {
    Evidence first = evidence.getFirst();
    int others = evidence.size() - 1;
    String more = others > 0 ? " +" + others : "";
    String place = "  ↳ " + Printable.line(first.source().toString()) + " ";
    int room = Math.max(LEAST_QUOTE, width - Columns.of(place) - Columns.of(more) - 5);
    return place + session.words("reply.quote", Columns.cut(first.quote(), room)) + more;
  }

  /// What was said, and what the persona replied.
  void turn(ConversationTurn turn, String persona) {
    String who = turn.asker().isEmpty() ? session.words("chat.you") : turn.asker();
    output.line(turn.number() + " " + who + " › " + Printable.text(turn.reply().question()));
    output.line("  " + persona + " › " + Printable.text(turn.reply().text()));
  }

  /// Everything that is known of how a reply came about.
  void why(Reply reply) {
    int number = 0;
    for (Evidence evidence : reply.evidence()) {
      number++;
      output.line(
          session.words(
              "why.evidence",
              number,
              Printable.line(evidence.source().toString()),
              evidence.scene(),
              RecallShape.rounded(evidence.score()),
              session.words("why.by." + evidence.found().key())));
      output.line("   " + session.words("reply.quote", Printable.text(evidence.quote())));
      if (!evidence.restsOn().isEmpty()) {
        String lines = String.join(", ", evidence.restsOn().stream().map(String::valueOf).toList());
        output.line("   " + session.words("why.restsOn", lines));
      }
    }
    if (reply.evidence().isEmpty()) {
      output.line(session.words(reply.outOfScope() ? "reply.declined" : "why.smallTalk"));
    }
    output.dim(
        session.words("why.found", reply.voice(), Printable.line(reply.why()), reply.millis()));
    if (reply.usage().total() > 0) {
      Usage usage = reply.usage();
      output.dim(session.words("why.tokens", usage.prompt(), usage.cached(), usage.reply()));
    }
  }
}
