package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// The eight scales and eight minima of a block of Q4_K or Q5_K at once: a byte for each, the first
/// in the lowest. The same as [SuperUnpack#scale] and [SuperUnpack#minimum].
final class SixBits {
  private static final int SIX = 0x3f3f3f3f;
  private static final int FOUR = 0x0f0f0f0f;
  private static final int TWO = 0x03030303;

  private SixBits() {}

  static long scales(MemorySegment data, long at) {
    int first = Little.int32(data, at);
    int last = Little.int32(data, at + 8);
    return joined(first & SIX, last & FOUR | (first >>> 6 & TWO) << 4);
  }

  static long minima(MemorySegment data, long at) {
    int second = Little.int32(data, at + 4);
    int last = Little.int32(data, at + 8);
    return joined(second & SIX, last >>> 4 & FOUR | (second >>> 6 & TWO) << 4);
  }

  static int at(long eight, int part) {
    return (int) (eight >>> 8 * part) & 63;
  }

  private static long joined(int low, int high) {
    return low & 0xffff_ffffL | (long) high << 32;
  }
}
