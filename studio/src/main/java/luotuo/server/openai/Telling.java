package luotuo.server.openai;

import java.util.List;
import luotuo.model.Piece;

/// How replies reach the client: piece by piece, or as a whole.
interface Telling {
  /// @param position in the line of those who wait for the model
  void waits(int position);

  /// @param reply which of several, from 0
  void piece(int reply, Piece piece);

  void end(int reply, Said said);

  void done(List<Said> all);
}
