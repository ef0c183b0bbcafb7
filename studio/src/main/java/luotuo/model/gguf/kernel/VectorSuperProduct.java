package luotuo.model.gguf.kernel;

import static luotuo.model.gguf.kernel.Lanes.COUNT;
import static luotuo.model.gguf.kernel.Lanes.FLOATS;
import static luotuo.model.gguf.kernel.VectorProduct.x;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// Products of one vector with rows of the forms of [SuperUnpack].
final class VectorSuperProduct {
  private static final int BLOCK = 256;
  private static final int PART = 32;

  private VectorSuperProduct() {}

  static float q4k(MemorySegment data, long at, int columns, float[] x) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 144) {
      float d = Little.float16(data, block);
      float dmin = -Little.float16(data, block + 2);
      long scales = SixBits.scales(data, block + 4);
      long minima = SixBits.minima(data, block + 4);
      for (int part = 0; part < 8; part += 2) {
        FloatVector low = FloatVector.broadcast(FLOATS, d * SixBits.at(scales, part));
        FloatVector high = FloatVector.broadcast(FLOATS, d * SixBits.at(scales, part + 1));
        FloatVector lowest = FloatVector.broadcast(FLOATS, dmin * SixBits.at(minima, part));
        FloatVector highest = FloatVector.broadcast(FLOATS, dmin * SixBits.at(minima, part + 1));
        for (int j = 0; j < PART; j += COUNT) {
          IntVector both = Lanes.unsigned(data, block + 16 + part * 16 + j);
          int place = i + part * PART + j;
          s0 = Lanes.floats(both.and(0xf)).fma(low, lowest).fma(x(x, place), s0);
          s1 =
              Lanes.floats(VectorUnpack.upper(both)).fma(high, highest).fma(x(x, place + PART), s1);
        }
      }
    }
    return Lanes.sum(s0.add(s1));
  }

  static float q6k(MemorySegment data, long at, int columns, float[] x) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 210) {
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
          s0 = six(q0, d * Little.signed(data, scale)).fma(x(x, place), s0);
          s1 = six(q1, d * Little.signed(data, scale + 2)).fma(x(x, place + PART), s1);
          s2 = six(q2, d * Little.signed(data, scale + 4)).fma(x(x, place + 2 * PART), s2);
          s3 = six(q3, d * Little.signed(data, scale + 6)).fma(x(x, place + 3 * PART), s3);
        }
      }
    }
    return Lanes.sum(s0.add(s1).add(s2.add(s3)));
  }

  private static FloatVector six(IntVector q, float scale) {
    return Lanes.floats(q.sub(32)).mul(scale);
  }
}
