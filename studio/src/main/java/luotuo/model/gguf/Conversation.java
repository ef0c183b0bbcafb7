package luotuo.model.gguf;

import java.util.Arrays;

/// The keys and values of the tokens of one conversation, in half precision, in pages of so many
/// positions that grow with it.
final class Conversation {
  /// Positions in a page.
  static final int PAGE = 64;

  private final Architecture shape;

  /// `[layer][page][keyHeads × headSize × PAGE]`, the positions side by side; a page that was not
  /// needed yet is empty.
  private final short[][][] keys;

  /// `[layer][page][keyHeads × PAGE × headSize]`.
  private final short[][][] values;

  private int[] tokens = new int[PAGE];
  private int length;
  private int pages;

  Conversation(Architecture shape, int context) {
    this.shape = shape;
    keys = new short[shape.layers()][pages(context)][];
    values = new short[shape.layers()][pages(context)][];
  }

  /// Pages that so many positions take.
  static int pages(int positions) {
    return Math.ceilDiv(positions, PAGE);
  }

  /// Bytes of a page, in all layers.
  static long pageBytes(Architecture shape) {
    return 2L * Short.BYTES * shape.layers() * shape.keySize() * PAGE;
  }

  /// Positions whose keys and values are known.
  int length() {
    return length;
  }

  /// Pages in use.
  int pages() {
    return pages;
  }

  int token(int position) {
    return tokens[position];
  }

  /// How many of these tokens it begins with.
  int common(int[] others) {
    int end = Math.min(length, others.length);
    int differs = Arrays.mismatch(tokens, 0, end, others, 0, end);
    return differs < 0 ? end : differs;
  }

  /// Forgets what comes after the first so many positions.
  void cut(int to) {
    length = Math.min(length, to);
    for (int page = pages(length); page < pages; page++) {
      for (int layer = 0; layer < keys.length; layer++) {
        keys[layer][page] = null;
        values[layer][page] = null;
      }
    }
    pages = Math.min(pages, pages(length));
  }

  /// Makes room for so many positions in all.
  void reserve(int positions) {
    for (; pages < pages(positions); pages++) {
      for (int layer = 0; layer < keys.length; layer++) {
        keys[layer][pages] = new short[shape.keySize() * PAGE];
        values[layer][pages] = new short[shape.keySize() * PAGE];
      }
    }
    if (tokens.length < positions) {
      tokens = Arrays.copyOf(tokens, Math.max(positions, 2 * tokens.length));
    }
  }

  /// Notes the tokens of the positions whose keys and values were put down.
  void append(int[] from, int at, int count) {
    System.arraycopy(from, at, tokens, length, count);
    length += count;
  }

  /// Another one that begins with the same positions.
  Conversation fork(int positions) {
    Conversation fork = new Conversation(shape, keys[0].length * PAGE);
    fork.reserve(positions);
    for (int layer = 0; layer < keys.length; layer++) {
      for (int page = 0; page < fork.pages; page++) {
        fork.keys[layer][page] = keys[layer][page].clone();
        fork.values[layer][page] = values[layer][page].clone();
      }
    }
    fork.append(tokens, 0, positions);
    return fork;
  }

  short[] keys(int layer, int page) {
    return keys[layer][page];
  }

  short[] values(int layer, int page) {
    return values[layer][page];
  }

  /// Puts a position's key down for a head.
  void putKey(int layer, int head, int position, short[] from, int at) {
    short[] page = keys[layer][position / PAGE];
    int size = shape.headSize();
    int to = head * size * PAGE + position % PAGE;
    for (int i = 0; i < size; i++, to += PAGE) {
      page[to] = from[at + i];
    }
  }

  /// Where the values of a head at a position are in its page.
  int at(int head, int position) {
    return (head * PAGE + position % PAGE) * shape.headSize();
  }
}
