package luotuo.model.gguf.kernel;

import static luotuo.model.gguf.kernel.Lanes.COUNT;
import static luotuo.model.gguf.kernel.Lanes.FLOATS;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// The twin of [SuperUnpack] on the Vector API.
final class VectorSuperUnpack {
  private static final int BLOCK = 256;
  private static final int PART = 32;

  private VectorSuperUnpack() {}

  static void q4k(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = offset; i < offset + columns; i += BLOCK, block += 144) {
      float d = Little.float16(data, block);
      float dmin = Little.float16(data, block + 2);
      long scales = SixBits.scales(data, block + 4);
      long minima = SixBits.minima(data, block + 4);
      for (int part = 0; part < 8; part += 2) {
        float low = d * SixBits.at(scales, part);
        float high = d * SixBits.at(scales, part + 1);
        FloatVector lowest = FloatVector.broadcast(FLOATS, dmin * SixBits.at(minima, part));
        FloatVector highest = FloatVector.broadcast(FLOATS, dmin * SixBits.at(minima, part + 1));
        for (int j = 0; j < PART; j += COUNT) {
          IntVector both = Lanes.unsigned(data, block + 16 + part * 16 + j);
          int place = i + part * PART + j;
          Lanes.floats(both.and(0xf)).mul(low).sub(lowest).intoArray(to, place);
          Lanes.floats(VectorUnpack.upper(both)).mul(high).sub(highest).intoArray(to, place + PART);
        }
      }
    }
  }

  static void q5k(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = offset; i < offset + columns; i += BLOCK, block += 176) {
      float d = Little.float16(data, block);
      float dmin = Little.float16(data, block + 2);
      long scales = SixBits.scales(data, block + 4);
      long minima = SixBits.minima(data, block + 4);
      for (int part = 0; part < 8; part += 2) {
        float low = d * SixBits.at(scales, part);
        float high = d * SixBits.at(scales, part + 1);
        FloatVector lowest = FloatVector.broadcast(FLOATS, dmin * SixBits.at(minima, part));
        FloatVector highest = FloatVector.broadcast(FLOATS, dmin * SixBits.at(minima, part + 1));
        for (int j = 0; j < PART; j += COUNT) {
          IntVector both = Lanes.unsigned(data, block + 48 + part * 16 + j);
          IntVector fifth =
              Lanes.unsigned(data, block + 16 + j).lanewise(VectorOperators.LSHR, part);
          IntVector l = both.and(0xf).or(fifth.and(1).lanewise(VectorOperators.LSHL, 4));
          IntVector h = VectorUnpack.upper(both).or(fifth.and(2).lanewise(VectorOperators.LSHL, 3));
          int place = i + part * PART + j;
          Lanes.floats(l).mul(low).sub(lowest).intoArray(to, place);
          Lanes.floats(h).mul(high).sub(highest).intoArray(to, place + PART);
        }
      }
    }
  }

  static void q6k(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = offset; i < offset + columns; i += BLOCK, block += 210) {
      float d = Little.float16(data, block + 208);
      for (int half = 0; half < 2; half++) {
        for (int j = 0; j < PART; j += COUNT) {
          IntVector even = Lanes.unsigned(data, block + half * 64 + j);
          IntVector odd = Lanes.unsigned(data, block + half * 64 + PART + j);
          IntVector upper = Lanes.unsigned(data, block + 128 + half * PART + j);
          IntVector q0 = even.and(0xf).or(upper.and(3).lanewise(VectorOperators.LSHL, 4));
          IntVector q1 = odd.and(0xf).or(upper.and(12).lanewise(VectorOperators.LSHL, 2));
          IntVector q2 = VectorUnpack.upper(even).or(upper.and(0x30));
          IntVector q3 =
              VectorUnpack.upper(odd).or(upper.and(0xc0).lanewise(VectorOperators.LSHR, 2));
          long scale = block + 192 + half * 8 + j / 16;
          int place = i + half * 128 + j;
          Lanes.floats(q0.sub(32)).mul(d * Little.signed(data, scale)).intoArray(to, place);
          Lanes.floats(q1.sub(32))
              .mul(d * Little.signed(data, scale + 2))
              .intoArray(to, place + PART);
          Lanes.floats(q2.sub(32))
              .mul(d * Little.signed(data, scale + 4))
              .intoArray(to, place + 2 * PART);
          Lanes.floats(q3.sub(32))
              .mul(d * Little.signed(data, scale + 6))
              .intoArray(to, place + 3 * PART);
        }
      }
    }
  }
}
