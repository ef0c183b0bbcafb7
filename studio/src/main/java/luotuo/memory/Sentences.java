package luotuo.memory;

import java.util.ArrayList;
import java.util.List;

/// Cuts prose into sentences, and sentences into pieces of a size that a vector can hold.
public final class Sentences {
  private static final String ENDS = "。！？!?；;…";
  private static final String CLOSING = "」』”’）)】》\"";
  private static final int PIECE = 120;

  private Sentences() {}

  /// The sentences of a text, with their punctuation; joined, they give the text again.
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (endsAt(text, i)) {
        sentences.add(text.substring(from, i + 1));
        from = i + 1;
      }
    }
    if (from < text.length()) {
      sentences.add(text.substring(from));
    }
    return sentences;
  }

  private static boolean endsAt(String text, int i) {
    if (i + 1 < text.length() && continues(text.charAt(i + 1))) {
      return false;
    }
    char c = text.charAt(i);
    if (CLOSING.indexOf(c) >= 0) {
      return i > 0 && ENDS.indexOf(text.charAt(i - 1)) >= 0;
    }
    return ENDS.indexOf(c) >= 0 || c == '.' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
  }

  private static boolean continues(char next) {
    return ENDS.indexOf(next) >= 0 || CLOSING.indexOf(next) >= 0;
  }

  /// Pieces of one or two sentences, each of at most 120 characters where its sentences allow it;
  /// each sentence begins a piece, so that neighbours overlap.
  public static List<String> pieces(String text) {
    List<String> sentences = of(text);
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      String piece = sentences.get(i);
      boolean last = i + 1 == sentences.size();
      if (!last && piece.length() + sentences.get(i + 1).length() <= PIECE) {
        piece += sentences.get(i + 1);
      }
      boolean held = i > 0 && last && pieces.getLast().endsWith(piece);
      if (!held && !piece.isBlank()) {
        pieces.add(piece.strip());
      }
    }
    return pieces;
  }
}
