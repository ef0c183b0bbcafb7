package luotuo.server.openai;

import java.util.List;
import luotuo.model.Piece;
import luotuo.server.metrics.ReplyClock;

/// A telling whose reply is timed.
record Timed(Telling telling, ReplyClock clock) implements Telling {
  @Override
  public void waits(int position) {
    clock.waits(position);
    telling.waits(position);
  }

  @Override
  public void piece(int reply, Piece piece) {
    clock.speaks();
    telling.piece(reply, piece);
  }

  @Override
  public void end(int reply, Said said) {
    clock.done(said.answer().usage());
    telling.end(reply, said);
  }

  @Override
  public void done(List<Said> all) {
    telling.done(all);
  }
}
