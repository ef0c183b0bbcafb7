package luotuo.model.gguf.token;

import java.util.Arrays;

/// Which two tokens join, how early, and to what.
final class Pairs {
  private final long[] keys;
  private final int[] ranks;
  private final int[] joined;

  Pairs(int capacity) {
    int size = Integer.highestOneBit(Math.max(8, capacity)) * 4;
    keys = new long[size];
    Arrays.fill(keys, -1);
    ranks = new int[size];
    joined = new int[size];
  }

  /// Of two equal pairs the earlier one stays.
  void put(int left, int right, int rank, int result) {
    int at = slot(left, right);
    if (keys[at] < 0) {
      keys[at] = key(left, right);
      ranks[at] = rank;
      joined[at] = result;
    }
  }

  /// @return the place of a pair, for [#rank(int)] and [#joined(int)]; −1 where it does not join
  int find(int left, int right) {
    int at = slot(left, right);
    return keys[at] < 0 ? -1 : at;
  }

  int rank(int place) {
    return ranks[place];
  }

  int joined(int place) {
    return joined[place];
  }

  private int slot(int left, int right) {
    long key = key(left, right);
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & mask;
    while (keys[at] >= 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private static long key(int left, int right) {
    return (long) left << 32 | right;
  }
}
