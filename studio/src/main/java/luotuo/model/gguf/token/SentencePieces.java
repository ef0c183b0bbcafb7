package luotuo.model.gguf.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import luotuo.model.gguf.file.Metadata;

/// SentencePiece's vocabulary of byte pairs: of all neighbours whose texts together are a token,
/// the ones with the highest score are joined first, from left to right (Kudo and Richardson 2018).
/// A character that the vocabulary does not have is written byte by byte.
///
/// A space is U+2581 in such a vocabulary. Where a text has that character itself, it is written
/// byte by byte too, so that it comes back as it was; llama.cpp makes a space of it.
final class SentencePieces implements Pieces {
  private static final String SCORES = "tokenizer.ggml.scores";
  private static final byte[] SPACE = "\u2581".getBytes(StandardCharsets.UTF_8);

  /// What stands for U+2581 until it is written byte by byte; no such byte occurs in UTF-8.
  private static final byte ITSELF = (byte) 0xFF;

  private final Table table;
  private final float[] scores;
  private final int[] byteTokens = new int[256];
  private final boolean spaceFirst;

  /// @throws luotuo.job.Failure `model.gguf.key` where there is not a score for each token
  SentencePieces(Metadata metadata, Vocabulary vocabulary) {
    scores = metadata.numbers(SCORES).orElseThrow(() -> metadata.wrong(SCORES));
    if (scores.length != vocabulary.size()) {
      throw metadata.wrong(SCORES);
    }
    spaceFirst = metadata.flag("tokenizer.ggml.add_space_prefix", true);
    int unknown = vocabulary.named("tokenizer.ggml.unknown_token_id").orElse(-1);
    Arrays.fill(byteTokens, unknown);
    byte[][] texts = new byte[vocabulary.size()][];
    table = new Table(texts);
    for (int id = 0; id < texts.length; id++) {
      texts[id] = vocabulary.text(id).getBytes(StandardCharsets.UTF_8);
      place(vocabulary, id);
    }
    if (Arrays.stream(byteTokens).anyMatch(id -> id < 0)) {
      throw metadata.wrong("tokenizer.ggml.tokens");
    }
  }

  private void place(Vocabulary vocabulary, int id) {
    switch (vocabulary.kind(id)) {
      case CONTROL, UNKNOWN -> {}
      case BYTE -> {
        int value = byteValue(vocabulary.text(id));
        if (value >= 0) {
          byteTokens[value] = id;
        }
      }
      case UNDEFINED, NORMAL, USER_DEFINED, UNUSED -> table.put(id);
    }
  }

  /// The bytes that a token stands for.
  static byte[] bytes(Vocabulary vocabulary, int id) {
    String text = vocabulary.text(id);
    return switch (vocabulary.kind(id)) {
      case CONTROL, UNKNOWN -> new byte[0];
      case USER_DEFINED -> text.getBytes(StandardCharsets.UTF_8);
      case UNDEFINED, NORMAL, UNUSED ->
          text.replace('\u2581', ' ').getBytes(StandardCharsets.UTF_8);
      case BYTE -> new byte[] {(byte) byteValue(text)};
    };
  }

  /// @param text `<0x0A>`
  /// @return −1 where it is something else
  private static int byteValue(String text) {
    boolean form = text.length() == 6 && text.startsWith("<0x") && text.charAt(5) == '>';
    int high = form ? Character.digit(text.charAt(3), 16) : -1;
    int low = form ? Character.digit(text.charAt(4), 16) : -1;
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  @Override
  public Cutter cutter() {
    return new Joiner();
  }

  /// Joins the characters of one stretch after another.
  private final class Joiner implements Cutter {
    private final Utf8 utf8 = new Utf8();
    private final Heap heap = new Heap();
    private byte[] text = new byte[0];

    /// Symbols are slices of the text: where one starts, the next symbol starts.
    private int[] next = new int[0];

    private int[] previous = new int[0];
    private int length;

    @Override
    public void cut(String source, int from, int to, boolean first, Ids ids) {
      utf8.clear();
      utf8.add(source, from, to);
      fill(first && spaceFirst);
      for (int i = 0; i < length && next[i] < length; i = next[i]) {
        offer(i);
      }
      join();
      for (int i = 0; i < length; i = next[i]) {
        write(i, ids);
      }
    }

    /// Copies the stretch with spaces as the vocabulary writes them, and cuts it into characters.
    private void fill(boolean space) {
      int most = 3 * (utf8.length() + 1);
      if (most >= next.length) {
        text = new byte[most + 1];
        next = new int[most + 1];
        previous = new int[most + 1];
      }
      length = 0;
      int last = -1;
      if (space) {
        last = symbol(SPACE, 0, SPACE.length, last);
      }
      byte[] bytes = utf8.bytes();
      for (int i = 0; i < utf8.length(); ) {
        int size = size(bytes[i]);
        if (bytes[i] == ' ') {
          last = symbol(SPACE, 0, SPACE.length, last);
        } else if (size == 3 && Arrays.equals(bytes, i, i + 3, SPACE, 0, 3)) {
          last = symbol(new byte[] {ITSELF}, 0, 1, last);
        } else {
          last = symbol(bytes, i, i + size, last);
        }
        i += size;
      }
    }

    private int symbol(byte[] from, int start, int end, int last) {
      int at = length;
      System.arraycopy(from, start, text, at, end - start);
      length += end - start;
      previous[at] = last;
      next[at] = length;
      return at;
    }

    private static int size(byte lead) {
      int high = (lead & 255) >> 4;
      return high < 0xC ? 1 : high < 0xE ? 2 : high == 0xE ? 3 : 4;
    }

    private void join() {
      while (!heap.isEmpty()) {
        long least = heap.take();
        int left = (int) least;
        int id = joined(left);
        if (id < 0 || key(id, left) != least) {
          continue; // one of the two has been joined to something else since
        }
        int right = next[left];
        next[left] = next[right];
        next[right] = -1;
        if (next[left] < length) {
          previous[next[left]] = left;
        }
        if (previous[left] >= 0) {
          offer(previous[left]);
        }
        offer(left);
      }
    }

    private void offer(int left) {
      int id = joined(left);
      if (id >= 0) {
        heap.add(key(id, left));
      }
    }

    /// @return the token that a symbol makes with its right neighbour, or −1
    private int joined(int left) {
      int right = next[left];
      return right < 0 || right >= length ? -1 : table.id(text, left, next[right]);
    }

    /// Grows as the score falls, then from left to right.
    private long key(int id, int left) {
      int bits = Float.floatToIntBits(scores[id] + 0f);
      int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE);
      return (long) ~ordered << 32 | left;
    }

    private void write(int start, Ids ids) {
      int id = table.id(text, start, next[start]);
      if (id >= 0) {
        ids.add(id);
      } else if (text[start] == ITSELF) {
        write(SPACE, 0, SPACE.length, ids);
      } else {
        write(text, start, next[start], ids);
      }
    }

    private void write(byte[] bytes, int from, int to, Ids ids) {
      for (int i = from; i < to; i++) {
        ids.add(byteTokens[bytes[i] & 255]);
      }
    }
  }
}
