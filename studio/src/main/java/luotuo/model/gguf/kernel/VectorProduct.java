package luotuo.model.gguf.kernel;

import static luotuo.model.gguf.kernel.Lanes.COUNT;
import static luotuo.model.gguf.kernel.Lanes.FLOATS;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// Products of one vector with rows of the forms of [PlainUnpack] and [BlockUnpack], exact in the
/// weights: nothing is rounded but sums.
final class VectorProduct {
  private static final int BLOCK = 32;
  private static final int HALF = 16;

  private VectorProduct() {}

  static float f32(MemorySegment data, long at, int columns, float[] x) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    int i = 0;
    for (; i <= columns - 2 * COUNT; i += 2 * COUNT) {
      s0 = plain(data, at + 4L * i).fma(x(x, i), s0);
      s1 = plain(data, at + 4L * (i + COUNT)).fma(x(x, i + COUNT), s1);
    }
    float sum = Lanes.sum(s0.add(s1));
    for (; i < columns; i++) {
      sum += Little.float32(data, at + 4L * i) * x[i];
    }
    return sum;
  }

  static float f16(MemorySegment data, long at, int columns, float[] x) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    int i = 0;
    for (; i <= columns - 2 * COUNT; i += 2 * COUNT) {
      s0 = Lanes.halves(data, at + 2L * i).fma(x(x, i), s0);
      s1 = Lanes.halves(data, at + 2L * (i + COUNT)).fma(x(x, i + COUNT), s1);
    }
    float sum = Lanes.sum(s0.add(s1));
    for (; i < columns; i++) {
      sum += Little.float16(data, at + 2L * i) * x[i];
    }
    return sum;
  }

  static float bf16(MemorySegment data, long at, int columns, float[] x) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    int i = 0;
    for (; i <= columns - 2 * COUNT; i += 2 * COUNT) {
      s0 = Lanes.brains(data, at + 2L * i).fma(x(x, i), s0);
      s1 = Lanes.brains(data, at + 2L * (i + COUNT)).fma(x(x, i + COUNT), s1);
    }
    float sum = Lanes.sum(s0.add(s1));
    for (; i < columns; i++) {
      sum += Float.intBitsToFloat(Little.int16(data, at + 2L * i) << 16) * x[i];
    }
    return sum;
  }

  static float q8d0(MemorySegment data, long at, int columns, float[] x) {
    FloatVector sum = FloatVector.zero(FLOATS);
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 34) {
      FloatVector products = Lanes.signed(data, block + 2).mul(x(x, i));
      for (int j = COUNT; j < BLOCK; j += COUNT) {
        products = Lanes.signed(data, block + 2 + j).fma(x(x, i + j), products);
      }
      sum = products.fma(scale(data, block), sum);
    }
    return Lanes.sum(sum);
  }

  static float q4d0(MemorySegment data, long at, int columns, float[] x) {
    FloatVector sum = FloatVector.zero(FLOATS);
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 18) {
      FloatVector products = FloatVector.zero(FLOATS);
      for (int j = 0; j < HALF; j += COUNT) {
        IntVector both = Lanes.unsigned(data, block + 2 + j);
        products = Lanes.floats(both.and(0xf).sub(8)).fma(x(x, i + j), products);
        products = Lanes.floats(VectorUnpack.upper(both).sub(8)).fma(x(x, i + j + HALF), products);
      }
      sum = products.fma(scale(data, block), sum);
    }
    return Lanes.sum(sum);
  }

  static float q4d1(MemorySegment data, long at, int columns, float[] x) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    long block = at;
    for (int i = 0; i < columns; i += BLOCK, block += 20) {
      FloatVector d = scale(data, block);
      FloatVector m = scale(data, block + 2);
      for (int j = 0; j < HALF; j += COUNT) {
        IntVector both = Lanes.unsigned(data, block + 4 + j);
        s0 = Lanes.floats(both.and(0xf)).fma(d, m).fma(x(x, i + j), s0);
        s1 = Lanes.floats(VectorUnpack.upper(both)).fma(d, m).fma(x(x, i + j + HALF), s1);
      }
    }
    return Lanes.sum(s0.add(s1));
  }

  static FloatVector x(float[] x, int at) {
    return FloatVector.fromArray(FLOATS, x, at);
  }

  private static FloatVector scale(MemorySegment data, long at) {
    return FloatVector.broadcast(FLOATS, Little.float16(data, at));
  }

  private static FloatVector plain(MemorySegment data, long at) {
    return FloatVector.fromMemorySegment(FLOATS, data, at, ByteOrder.LITTLE_ENDIAN);
  }
}
