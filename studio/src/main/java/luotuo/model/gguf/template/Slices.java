package luotuo.model.gguf.template;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which places `[from:to:step]` takes, as Python counts them.
final class Slices {
  private Slices() {}

  /// @param step not 0
  static IntStream places(int size, @Nullable Long from, @Nullable Long to, long step) {
    long by = Math.clamp(step, -size - 1, size + 1);
    long least = step > 0 ? 0 : -1;
    long most = step > 0 ? size : size - 1;
    long first = from == null ? (step > 0 ? least : most) : bound(from, size, least, most);
    long end = to == null ? (step > 0 ? most : least) : bound(to, size, least, most);
    return IntStream.iterate((int) first, i -> step > 0 ? i < end : i > end, i -> i + (int) by);
  }

  private static long bound(long place, int size, long least, long most) {
    return Math.clamp(place < 0 ? Math.max(place, -size - 1L) + size : place, least, most);
  }
}
