package luotuo.model.onnx;

import java.util.ArrayList;
import java.util.List;

/// Words to the ids of the longest pieces that the vocabulary has, from left to right; a word with
/// a part that no piece fits is unknown as a whole (Wu et al. 2016, "Google's Neural Machine
/// Translation System"; Devlin et al. 2019, "BERT").
///
/// Written out rather than taken from DJL's tokenizers, whose tokens it gives (a test compares
/// them): with its vocabulary it is ready after 25 ms of CPU time in a fresh JVM, DJL after 160.
/// DJL also brings eight jars of 23 MB, unpacks 14 MB into a cache of its own, and logs that it
/// does.
final class WordPiece {
  /// A longer word is unknown.
  private static final int LONGEST_WORD = 100;

  private final Vocabulary vocabulary;
  private final int unknown;

  WordPiece(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    unknown = vocabulary.mark("[UNK]");
  }

  /// @param id in the vocabulary
  /// @param start first char of the original text
  /// @param end one past the last
  record Piece(int id, int start, int end) {}

  /// @param most pieces, at which the text is cut
  List<Piece> cut(String text, int most) {
    var pieces = new ArrayList<Piece>();
    for (Word word : Words.of(text, most)) {
      add(word, pieces);
    }
    return pieces.size() > most ? pieces.subList(0, most) : pieces;
  }

  private void add(Word word, List<Piece> pieces) {
    int before = pieces.size();
    int n = word.text().length();
    boolean known = word.text().codePointCount(0, n) <= LONGEST_WORD;
    for (int from = 0; known && from < n; ) {
      int to = longestFrom(word.text(), from);
      known = to > from;
      if (known) {
        pieces.add(piece(word, vocabulary.id(part(word.text(), from, to)), from, to));
        from = to;
      }
    }
    if (!known) {
      pieces.subList(before, pieces.size()).clear();
      pieces.add(piece(word, unknown, 0, n));
    }
  }

  /// @return one past the last char of the longest piece, or `from` where there is none
  private int longestFrom(String word, int from) {
    int to = Math.min(word.length(), from + vocabulary.longest());
    while (to > from && vocabulary.id(part(word, from, to)) < 0) {
      to--;
    }
    return to;
  }

  private static String part(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : "##" + word.substring(from, to);
  }

  private static Piece piece(Word word, int id, int from, int to) {
    return new Piece(id, word.starts()[from], word.ends()[to - 1]);
  }
}
