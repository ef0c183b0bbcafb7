package luotuo.cli;

import luotuo.chat.GroupLine;
import luotuo.chat.Reply;
import luotuo.model.Piece;

/// A reply on its way to the reader: word by word as it comes, then what it rests on.
final class StreamedReply {
  private final ReplyText text;
  private final Output output;
  private final String who;
  private final int width;
  private final boolean thoughts;
  private boolean begun;
  private boolean thinking;

  /// @param who stands before the words
  /// @param thoughts whether what is thought is shown
  StreamedReply(Session session, String who, int width, boolean thoughts) {
    this.thoughts = thoughts;
    this.text = new ReplyText(session);
    this.output = session.output();
    this.who = who;
    this.width = width;
  }

  void tell(Piece piece) {
    switch (piece) {
      case Piece.Said said -> {
        output.words(thinking ? "\n" : "");
        thinking = false;
        output.words(begun ? "" : who);
        output.words(Printable.text(said.text()));
        begun = true;
      }
      case Piece.Thought thought -> {
        if (thoughts) {
          output.words(output.style().dim(Printable.text(thought.text())));
          thinking = true;
        }
      }
    }
  }

  void end(Reply reply) {
    output.words(thinking ? "\n" : "");
    if (begun) {
      output.line("");
      text.rests(reply, width);
    } else {
      text.show(reply, who, width);
    }
  }

  /// The same for a line of a talk among several.
  void end(GroupLine line) {
    if (begun) {
      output.line("");
    } else {
      output.line(who + Printable.text(line.text()));
    }
    text.rests(line.evidence(), width);
  }

  /// Where the rest does not come.
  void breakOff() {
    if (begun) {
      output.line("");
    }
  }
}
