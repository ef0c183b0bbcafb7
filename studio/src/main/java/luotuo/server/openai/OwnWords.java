package luotuo.server.openai;

import java.util.ArrayList;
import java.util.List;
import luotuo.chat.Voice;
import luotuo.model.Completion.Finish;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.ScriptEstimate;
import luotuo.model.Stops;
import luotuo.model.TokenCounter;

/// Words that are there all at once, as a language model would have given them: up to the first
/// stop text, no longer than asked for, and in pieces.
record OwnWords(String text, Finish finish) {
  private static final int PIECE = 6;
  private static final TokenCounter TOKENS = new ScriptEstimate();

  static OwnWords of(String text, Sampling sampling) {
    Stops stops = new Stops(sampling.stops());
    String told = stops.add(text) + stops.end();
    if (TOKENS.count(told) <= sampling.maximum()) {
      return new OwnWords(told, Finish.STOP);
    }
    int[] points = told.codePoints().toArray();
    int length = points.length;
    while (TOKENS.count(new String(points, 0, length)) > sampling.maximum()) {
      length--;
    }
    return new OwnWords(new String(points, 0, length), Finish.LENGTH);
  }

  /// Tells them, for an answer that came in these words or longer ones.
  Said said(Voice.Answer answer, String voice, int reply, Telling telling) {
    pieces().forEach(piece -> telling.piece(reply, new Piece.Said(piece)));
    return new Said(answer, voice, text, "", finish);
  }

  private List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    for (int at = 0; at < points.length; at += PIECE) {
      pieces.add(new String(points, at, Math.min(PIECE, points.length - at)));
    }
    return pieces;
  }
}
