package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// Forms in blocks of 256 weights with parts that have scales of their own.
///
/// Q4_K and Q5_K have eight parts of 32: a weight is `d·scale·q − dmin·minimum`, scales and minima
/// of six bits ([#scale], [#minimum]). Each 32 bytes hold two parts, one in the low halves and one
/// in the high. Q6_K has sixteen parts of 16: a weight is `d·scale·(q − 32)`, scales of a signed
/// byte.
///
/// @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
final class SuperUnpack {
  private static final int BLOCK = 256;
  private static final int PART = 32;

  private SuperUnpack() {}

  /// Block: d, dmin, 12 bytes of scales and minima, 128 bytes of halves.
  static void q4k(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 144) {
      float d = Little.float16(data, block);
      float dmin = Little.float16(data, block + 2);
      for (int part = 0; part < 8; part++) {
        float scale = d * scale(data, block + 4, part);
        float minimum = dmin * minimum(data, block + 4, part);
        long halves = block + 16 + part / 2 * PART;
        for (int j = 0; j < PART; j++) {
          int q = Little.unsigned(data, halves + j) >> part % 2 * 4 & 0xf;
          to[offset + i + part * PART + j] = scale * q - minimum;
        }
      }
    }
  }

  /// Block: d, dmin, 12 bytes of scales and minima, 32 bytes of fifth bits, 128 bytes of halves.
  /// Bit `p` of the fifth bits' byte `j` belongs to weight `j` of part `p`.
  static void q5k(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 176) {
      float d = Little.float16(data, block);
      float dmin = Little.float16(data, block + 2);
      for (int part = 0; part < 8; part++) {
        float scale = d * scale(data, block + 4, part);
        float minimum = dmin * minimum(data, block + 4, part);
        long halves = block + 48 + part / 2 * PART;
        for (int j = 0; j < PART; j++) {
          int q = Little.unsigned(data, halves + j) >> part % 2 * 4 & 0xf;
          int fifth = (Little.unsigned(data, block + 16 + j) >> part & 1) << 4;
          to[offset + i + part * PART + j] = scale * (q | fifth) - minimum;
        }
      }
    }
  }

  /// Block: 128 bytes of low halves, 64 bytes of upper pairs of bits, 16 scales, d. In each half of
  /// a block, weight `32 p + j` has its upper bits at `2 p` in byte `j`, and its lower ones in byte
  /// `32 (p mod 2) + j`, low half for p < 2.
  static void q6k(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 210) {
      float d = Little.float16(data, block + 208);
      for (int j = 0; j < BLOCK; j++) {
        int half = j / 128;
        int p = j / PART % 4;
        int low = Little.unsigned(data, block + half * 64 + p % 2 * PART + j % PART);
        int high = Little.unsigned(data, block + 128 + half * PART + j % PART);
        int q = (low >> p / 2 * 4 & 0xf) | (high >> 2 * p & 3) << 4;
        float scale = d * Little.signed(data, block + 192 + j / 16);
        to[offset + i + j] = scale * (q - 32);
      }
    }
  }

  /// The scale of a part: six bits of a byte for the first four; for the others four bits of the
  /// last bytes and the two upper bits of the first.
  static int scale(MemorySegment data, long at, int part) {
    return part < 4
        ? Little.unsigned(data, at + part) & 63
        : Little.unsigned(data, at + part + 4) & 0xf
            | Little.unsigned(data, at + part - 4) >> 6 << 4;
  }

  static int minimum(MemorySegment data, long at, int part) {
    return part < 4
        ? Little.unsigned(data, at + part + 4) & 63
        : Little.unsigned(data, at + part + 4) >> 4 | Little.unsigned(data, at + part) >> 6 << 4;
  }
}
