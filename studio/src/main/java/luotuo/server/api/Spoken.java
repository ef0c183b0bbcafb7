package luotuo.server.api;

import java.util.function.IntConsumer;
import luotuo.model.Piece;
import luotuo.server.api.Work.Telling;
import luotuo.server.metrics.ReplyClock;

/// What is told while a persona looks for words.
final class Spoken {
  private Spoken() {}

  record Position(int position) {}

  record Words(String text) {}

  /// Who does not have to wait is told no place in the line.
  static IntConsumer waiting(Telling telling, ReplyClock clock) {
    boolean[] waited = new boolean[1];
    return position -> {
      clock.waits(position);
      waited[0] |= position > 0;
      if (waited[0]) {
        telling.tell("queue", new Position(position));
      }
    };
  }

  static void tell(Piece piece, Telling telling) {
    switch (piece) {
      case Piece.Said said -> telling.tell("piece", new Words(said.text()));
      case Piece.Thought thought -> telling.tell("thought", new Words(thought.text()));
    }
  }
}
