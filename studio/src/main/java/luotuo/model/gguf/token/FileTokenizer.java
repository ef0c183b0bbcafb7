package luotuo.model.gguf.token;

import java.util.BitSet;
import java.util.OptionalInt;

/// The tokenizer of a file: texts that are one token are found first, the rest is cut into pieces.
final class FileTokenizer implements Tokenizer {
  private final Vocabulary vocabulary;
  private final byte[][] bytes;
  private final Pieces pieces;
  private final OptionalInt begin;
  private final BitSet ends;
  private final Trie defined;
  private final Trie marked;

  FileTokenizer(Vocabulary vocabulary, byte[][] bytes, Pieces pieces, OptionalInt begin) {
    this.vocabulary = vocabulary;
    this.bytes = bytes;
    this.pieces = pieces;
    this.begin = begin;
    ends = vocabulary.ends();
    defined = vocabulary.whole(false);
    marked = vocabulary.whole(true);
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  @Override
  public int[] encode(String text, boolean marks) {
    Trie whole = marks ? marked : defined;
    var ids = new Ids(text.length() / 3);
    Pieces.Cutter cutter = pieces.cutter();
    boolean first = true;
    int done = 0;
    for (int at = 0; at < text.length(); at++) {
      int id = whole.longest(text, at);
      if (id >= 0) {
        if (at > done) {
          cutter.cut(text, done, at, first, ids);
        }
        ids.add(id);
        first = true;
        done = at + vocabulary.text(id).length();
        at = done - 1;
      }
    }
    if (done < text.length()) {
      cutter.cut(text, done, text.length(), first, ids);
    }
    return ids.toArray();
  }

  @Override
  public byte[] bytes(int token) {
    return bytes[token].clone();
  }

  @Override
  public OptionalInt begin() {
    return begin;
  }

  @Override
  public boolean isEnd(int token) {
    return ends.get(token);
  }

  @Override
  public String text(int token) {
    return vocabulary.text(token);
  }
}
