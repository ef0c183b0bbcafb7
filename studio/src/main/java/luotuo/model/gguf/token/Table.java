package luotuo.model.gguf.token;

import java.util.Arrays;

/// Tokens by their bytes; asked with a slice of a text, so that nothing is copied for the question.
final class Table {
  private final byte[][] bytes;
  private final int[] slots;
  private int longest;

  /// @param bytes of each token, by its id; only those that are put in are found
  Table(byte[][] bytes) {
    this.bytes = bytes;
    slots = new int[Integer.highestOneBit(Math.max(8, bytes.length)) * 4];
    Arrays.fill(slots, -1);
  }

  /// @return the token with these bytes, or −1
  int id(byte[] text, int from, int to) {
    return to - from > longest ? -1 : slots[slot(text, from, to)];
  }

  /// Puts a token in; of two with the same bytes the later one stays.
  void put(int id) {
    byte[] key = bytes[id];
    slots[slot(key, 0, key.length)] = id;
    longest = Math.max(longest, key.length);
  }

  private int slot(byte[] text, int from, int to) {
    int mask = slots.length - 1;
    int at = hash(text, from, to) & mask;
    while (slots[at] >= 0 && !is(bytes[slots[at]], text, from, to)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static boolean is(byte[] key, byte[] text, int from, int to) {
    return key.length == to - from && Arrays.equals(key, 0, key.length, text, from, to);
  }

  private static int hash(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * 0x01000193 + 1;
    }
    return hash ^ (hash >>> 15);
  }
}
