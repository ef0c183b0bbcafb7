package luotuo.model.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Random numbers that `bench/reference/random_model.py` draws too: SplitMix64 from `seed XOR
/// FNV-1a-64(name)` on.
///
/// @see <a href="https://doi.org/10.1145/2714064.2660195">Steele, Lea, Flood: Fast splittable
///   pseudorandom number generators</a>
final class RandomStream {
  private long state;

  RandomStream(long seed, String name) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    state = seed ^ hash;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// Evenly spread in `[centre - amplitude, centre + amplitude)`.
  float next(float amplitude, float centre) {
    int k = (int) (next() >>> 40) - (1 << 23);
    return centre + k * (amplitude / (1 << 23));
  }

  /// Eight bytes of a number, the lowest first.
  ByteBuffer bytes(int count) {
    var bytes = ByteBuffer.allocate((count + 7) / 8 * 8).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      bytes.putLong(next());
    }
    return bytes.flip().limit(count);
  }
}
