package luotuo.cli;

import luotuo.chat.Evidence;
import luotuo.chat.Reply;

/// Replies as they are shown: the words, and one dim line with what they rest on.
final class ReplyText {
  private static final int WIDTH = 100;
  private static final int LEAST_QUOTE = 20;

  private final Session session;
  private final Output output;

  ReplyText(Session session) {
    this.session = session;
    this.output = session.output();
  }

  /// Says what the voice is, where somebody reads it who needs to know.
  void introduce(boolean read) {
    if (read && !session.json()) {
      session.remark(session.words("chat.ownLines"));
    }
  }

  void show(Reply reply) {
    if (session.json()) {
      output.json(ReplyShape.of(reply));
    } else {
      show(reply, "", WIDTH);
    }
  }

  /// @param who stands before the words
  void show(Reply reply, String who, int width) {
    output.line(who + Printable.text(reply.text()));
    String rests = restsOn(reply, width);
    if (!rests.isEmpty()) {
      output.dim(rests);
    }
  }

  private String restsOn(Reply reply, int width) {
    if (reply.evidence().isEmpty()) {
      return reply.outOfScope() ? "  " + session.words("reply.declined") : "";
    }
    Evidence first = reply.evidence().getFirst();
    int others = reply.evidence().size() - 1;
    String more = others > 0 ? " +" + others : "";
    String place = "  ↳ " + Printable.line(first.source().toString()) + " ";
    int room = Math.max(LEAST_QUOTE, width - Columns.of(place) - Columns.of(more) - 5);
    return place + session.words("reply.quote", Columns.cut(first.quote(), room)) + more;
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
              RecallShape.rounded(evidence.score())));
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
  }
}
