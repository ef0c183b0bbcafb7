package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// Forms in blocks of 32 weights, each with a scale `d` and, in the forms `_1`, a minimum `m`.
/// Where two weights share a byte, its low half is weight `i` and its high half weight `i + 16`; a
/// fifth bit stands apart, bit `i` of an `int` for weight `i`.
///
/// @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
final class BlockUnpack {
  private static final int BLOCK = 32;
  private static final int HALF = 16;

  private BlockUnpack() {}

  static void q8d0(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 34) {
      float d = Little.float16(data, block);
      for (int j = 0; j < BLOCK; j++) {
        to[offset + i + j] = d * Little.signed(data, block + 2 + j);
      }
    }
  }

  static void q4d0(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 18) {
      float d = Little.float16(data, block);
      for (int j = 0; j < HALF; j++) {
        int both = Little.unsigned(data, block + 2 + j);
        to[offset + i + j] = d * ((both & 0xf) - 8);
        to[offset + i + j + HALF] = d * ((both >> 4) - 8);
      }
    }
  }

  static void q4d1(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 20) {
      float d = Little.float16(data, block);
      float m = Little.float16(data, block + 2);
      for (int j = 0; j < HALF; j++) {
        int both = Little.unsigned(data, block + 4 + j);
        to[offset + i + j] = d * (both & 0xf) + m;
        to[offset + i + j + HALF] = d * (both >> 4) + m;
      }
    }
  }

  static void q5d0(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 22) {
      float d = Little.float16(data, block);
      int fifth = Little.int32(data, block + 2);
      for (int j = 0; j < HALF; j++) {
        int both = Little.unsigned(data, block + 6 + j);
        to[offset + i + j] = d * (((both & 0xf) | bit(fifth, j)) - 16);
        to[offset + i + j + HALF] = d * (((both >> 4) | bit(fifth, j + HALF)) - 16);
      }
    }
  }

  static void q5d1(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 24) {
      float d = Little.float16(data, block);
      float m = Little.float16(data, block + 2);
      int fifth = Little.int32(data, block + 4);
      for (int j = 0; j < HALF; j++) {
        int both = Little.unsigned(data, block + 8 + j);
        to[offset + i + j] = d * ((both & 0xf) | bit(fifth, j)) + m;
        to[offset + i + j + HALF] = d * ((both >> 4) | bit(fifth, j + HALF)) + m;
      }
    }
  }

  private static int bit(int fifth, int weight) {
    return (fifth >>> weight & 1) << 4;
  }
}
