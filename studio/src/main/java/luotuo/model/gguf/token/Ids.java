package luotuo.model.gguf.token;

import java.util.Arrays;

/// A growing row of token ids.
final class Ids {
  private int[] ids;
  private int size;

  Ids(int capacity) {
    ids = new int[Math.max(16, capacity)];
  }

  void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  int[] toArray() {
    return Arrays.copyOf(ids, size);
  }
}
