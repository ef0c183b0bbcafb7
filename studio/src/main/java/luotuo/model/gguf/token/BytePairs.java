package luotuo.model.gguf.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import luotuo.model.gguf.file.Metadata;

/// Byte-level byte-pair encoding: the bytes of a word are joined, pair by pair, in the order in
/// which the vocabulary learned the pairs (Sennrich et al. 2016; Radford et al. 2019).
///
/// Pairs wait in a heap, so that a long word takes `n log n` steps.
final class BytePairs implements Pieces {
  private static final String MERGES = "tokenizer.ggml.merges";

  private final PreTokenizer words;
  private final Table table;
  private final Pairs pairs;
  private final int[] letters = new int[256];

  /// @param bytes of each token
  /// @throws luotuo.job.Failure `model.gguf.key` where the merges do not fit the vocabulary
  BytePairs(Metadata metadata, Vocabulary vocabulary, byte[][] bytes, PreTokenizer words) {
    this.words = words;
    table = table(vocabulary, bytes);
    String[] merges = metadata.texts(MERGES).orElseThrow(() -> metadata.wrong(MERGES));
    pairs = new Pairs(merges.length);
    for (int rank = 0; rank < merges.length; rank++) {
      if (!join(merges[rank], rank)) {
        throw metadata.wrong(MERGES);
      }
    }
    for (int i = 0; i < letters.length; i++) {
      letters[i] = table.id(new byte[] {(byte) i}, 0, 1);
    }
  }

  /// The bytes that a token stands for.
  static byte[] bytes(Vocabulary vocabulary, int id) {
    String text = vocabulary.text(id);
    return switch (vocabulary.kind(id)) {
      case CONTROL, UNKNOWN -> new byte[0];
      case USER_DEFINED -> text.getBytes(StandardCharsets.UTF_8);
      case UNDEFINED, NORMAL, UNUSED, BYTE -> Letters.bytes(text);
    };
  }

  private static Table table(Vocabulary vocabulary, byte[][] bytes) {
    var table = new Table(bytes);
    for (boolean own : new boolean[] {true, false}) {
      for (int id = 0; id < bytes.length; id++) {
        boolean defined = vocabulary.kind(id) == Kind.USER_DEFINED;
        if (bytes[id].length > 0 && own == defined) {
          table.put(id);
        }
      }
    }
    return table;
  }

  private boolean join(String merge, int rank) {
    int space = merge.indexOf(' ', 1);
    if (space < 0) {
      return false;
    }
    byte[] left = Letters.bytes(merge.substring(0, space));
    byte[] right = Letters.bytes(merge.substring(space + 1));
    byte[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    int a = table.id(left, 0, left.length);
    int b = table.id(right, 0, right.length);
    int result = table.id(both, 0, both.length);
    if (a < 0 || b < 0 || result < 0) {
      return false;
    }
    pairs.put(a, b, rank, result);
    return true;
  }

  @Override
  public Cutter cutter() {
    return new Joiner();
  }

  /// Joins the bytes of one word after another.
  private final class Joiner implements Cutter {
    private final Utf8 utf8 = new Utf8();
    private final Heap heap = new Heap();
    private int[] symbols = new int[64];

    /// Places of the neighbours; a symbol that was joined to its left one has no `next`, −2.
    private int[] next = new int[64];

    private int[] previous = new int[64];

    @Override
    public void cut(String text, int from, int to, boolean first, Ids ids) {
      words.split(text, from, to, (start, end) -> word(text, start, end, ids));
    }

    private void word(String text, int from, int to, Ids ids) {
      utf8.clear();
      utf8.add(text, from, to);
      int n = utf8.length();
      if (n == 1) {
        add(letters[utf8.bytes()[0] & 255], ids);
        return;
      }
      int whole = words.takesWholeWords() ? table.id(utf8.bytes(), 0, n) : -1;
      if (whole >= 0) {
        ids.add(whole);
        return;
      }
      begin(n);
      join();
      for (int i = 0; i >= 0; i = next[i]) {
        add(symbols[i], ids);
      }
    }

    /// A byte that the vocabulary does not have is left out: its unknown token may end a reply.
    private static void add(int id, Ids ids) {
      if (id >= 0) {
        ids.add(id);
      }
    }

    private void begin(int n) {
      if (n > symbols.length) {
        symbols = new int[2 * n];
        next = new int[2 * n];
        previous = new int[2 * n];
      }
      for (int i = 0; i < n; i++) {
        symbols[i] = letters[utf8.bytes()[i] & 255];
        previous[i] = i - 1;
        next[i] = i + 1 < n ? i + 1 : -1;
      }
      for (int i = 0; i + 1 < n; i++) {
        offer(i);
      }
    }

    private void join() {
      while (!heap.isEmpty()) {
        long least = heap.take();
        int left = (int) least;
        int place = next[left] < 0 ? -1 : pairs.find(symbols[left], symbols[next[left]]);
        if (place < 0 || pairs.rank(place) != least >>> 32) {
          continue; // one of the two has been joined to something else since
        }
        drop(next[left], left);
        symbols[left] = pairs.joined(place);
        if (previous[left] >= 0) {
          offer(previous[left]);
        }
        offer(left);
      }
    }

    private void drop(int right, int left) {
      next[left] = next[right];
      if (next[right] >= 0) {
        previous[next[right]] = left;
      }
      next[right] = -2;
    }

    private void offer(int left) {
      int place = next[left] < 0 ? -1 : pairs.find(symbols[left], symbols[next[left]]);
      if (place >= 0) {
        heap.add((long) pairs.rank(place) << 32 | left);
      }
    }
  }
}
