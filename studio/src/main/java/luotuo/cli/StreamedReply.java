package luotuo.cli;

import luotuo.chat.Reply;
import luotuo.model.Piece;

/// A reply on its way to the reader: word by word as it comes, then what it rests on.
final class StreamedReply {
  private final ReplyText text;
  private final Output output;
  private final String who;
  private final int width;
  private boolean begun;

  /// @param who stands before the words
  StreamedReply(Session session, String who, int width) {
    this.text = new ReplyText(session);
    this.output = session.output();
    this.who = who;
    this.width = width;
  }

  /// What is thought is not shown.
  void tell(Piece piece) {
    switch (piece) {
      case Piece.Said said -> {
        output.words(begun ? "" : who);
        output.words(Printable.text(said.text()));
        begun = true;
      }
      case Piece.Thought _ -> {}
    }
  }

  void end(Reply reply) {
    if (begun) {
      output.line("");
      text.rests(reply, width);
    } else {
      text.show(reply, who, width);
    }
  }

  /// Where the rest does not come.
  void breakOff() {
    if (begun) {
      output.line("");
    }
  }
}
