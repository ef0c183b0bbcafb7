package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// Forms that store each weight by itself.
final class PlainUnpack {
  private PlainUnpack() {}

  static void f32(MemorySegment data, long at, int columns, float[] to, int offset) {
    for (int i = 0; i < columns; i++) {
      to[offset + i] = Little.float32(data, at + 4L * i);
    }
  }

  static void f16(MemorySegment data, long at, int columns, float[] to, int offset) {
    for (int i = 0; i < columns; i++) {
      to[offset + i] = Little.float16(data, at + 2L * i);
    }
  }

  /// The upper half of a float's bits.
  static void bf16(MemorySegment data, long at, int columns, float[] to, int offset) {
    for (int i = 0; i < columns; i++) {
      to[offset + i] = Float.intBitsToFloat(Little.int16(data, at + 2L * i) << 16);
    }
  }
}
