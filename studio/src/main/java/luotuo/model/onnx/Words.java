package luotuo.model.onnx;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a text into words as the uncased BERT does, in one pass that keeps where each char came
/// from: drop what cannot be seen, decompose and drop accents, lower the case, cut at spaces and
/// round punctuation marks and Chinese characters.
///
/// The accents go in Chinese models too: their vocabularies have か but not が, e but not é. The case
/// is lowered whatever `tokenizer.json` says: bge-small-zh's says not to, though its vocabulary is
/// lower case, and turns every "Harry" and "Ron" into `[UNK]`.
///
/// One step is not BERT's: full-width letters and digits become the plain ones, so that ２０ and 20
/// are one number. Full-width punctuation stays, since that is what Chinese models were trained on.
final class Words {
  private final String text;
  private final int most;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private int[] starts = new int[16];
  private int[] ends = new int[16];

  private Words(String text, int most) {
    this.text = text;
    this.most = most;
  }

  /// @param most at which to stop
  static List<Word> of(String text, int most) {
    return new Words(text, most).cut();
  }

  private List<Word> cut() {
    for (int i = 0; i < text.length() && words.size() < most; ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      take(fold(c), i, end);
      i = end;
    }
    endWord();
    return words.size() > most ? words.subList(0, most) : words;
  }

  private void take(int c, int start, int end) {
    if (Letters.isSpace(c)) {
      endWord();
    } else if (Letters.isChinese(c)) {
      endWord();
      decompose(c, start, end);
      endWord();
    } else if (!Letters.isUnseen(c)) {
      decompose(c, start, end);
    }
  }

  private void decompose(int c, int start, int end) {
    if (Letters.isWhole(c)) {
      put(c, start, end);
    } else {
      Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
          .codePoints()
          .forEach(part -> put(part, start, end));
    }
  }

  private void put(int c, int start, int end) {
    if (Letters.isAccent(c)) {
      return;
    }
    boolean alone = Letters.isPunctuation(c);
    if (alone) {
      endWord();
    }
    append(Character.toLowerCase(c), start, end);
    if (alone) {
      endWord();
    }
  }

  private void append(int c, int start, int end) {
    int from = word.length();
    word.appendCodePoint(c);
    if (word.length() > starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    Arrays.fill(starts, from, word.length(), start);
    Arrays.fill(ends, from, word.length(), end);
  }

  private void endWord() {
    int n = word.length();
    if (n > 0) {
      words.add(new Word(word.toString(), Arrays.copyOf(starts, n), Arrays.copyOf(ends, n)));
      word.setLength(0);
    }
  }

  /// Full-width letters and digits to plain ones.
  static int fold(int c) {
    boolean wide = c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
    return wide ? c - 'Ａ' + 'A' : c;
  }
}
