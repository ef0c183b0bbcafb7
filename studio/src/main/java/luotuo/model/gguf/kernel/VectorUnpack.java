package luotuo.model.gguf.kernel;

import static luotuo.model.gguf.kernel.Lanes.COUNT;
import static luotuo.model.gguf.kernel.Lanes.FLOATS;
import static luotuo.model.gguf.kernel.Lanes.INTS;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The twins of [PlainUnpack] and [BlockUnpack] on the Vector API.
final class VectorUnpack {
  private static final int BLOCK = 32;
  private static final int HALF = 16;

  private VectorUnpack() {}

  static void f32(MemorySegment data, long at, int columns, float[] to, int offset) {
    int whole = FLOATS.loopBound(columns);
    for (int i = 0; i < whole; i += COUNT) {
      FloatVector.fromMemorySegment(FLOATS, data, at + 4L * i, ByteOrder.LITTLE_ENDIAN)
          .intoArray(to, offset + i);
    }
    PlainUnpack.f32(data, at + 4L * whole, columns - whole, to, offset + whole);
  }

  static void f16(MemorySegment data, long at, int columns, float[] to, int offset) {
    int whole = FLOATS.loopBound(columns);
    for (int i = 0; i < whole; i += COUNT) {
      Lanes.halves(data, at + 2L * i).intoArray(to, offset + i);
    }
    PlainUnpack.f16(data, at + 2L * whole, columns - whole, to, offset + whole);
  }

  static void bf16(MemorySegment data, long at, int columns, float[] to, int offset) {
    int whole = FLOATS.loopBound(columns);
    for (int i = 0; i < whole; i += COUNT) {
      Lanes.brains(data, at + 2L * i).intoArray(to, offset + i);
    }
    PlainUnpack.bf16(data, at + 2L * whole, columns - whole, to, offset + whole);
  }

  static void q8d0(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = offset; i < offset + columns; i += BLOCK, block += 34) {
      float d = Little.float16(data, block);
      for (int j = 0; j < BLOCK; j += COUNT) {
        Lanes.signed(data, block + 2 + j).mul(d).intoArray(to, i + j);
      }
    }
  }

  static void q4d0(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = offset; i < offset + columns; i += BLOCK, block += 18) {
      float d = Little.float16(data, block);
      for (int j = 0; j < HALF; j += COUNT) {
        IntVector both = Lanes.unsigned(data, block + 2 + j);
        Lanes.floats(both.and(0xf).sub(8)).mul(d).intoArray(to, i + j);
        Lanes.floats(upper(both).sub(8)).mul(d).intoArray(to, i + j + HALF);
      }
    }
  }

  static void q4d1(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = offset; i < offset + columns; i += BLOCK, block += 20) {
      float d = Little.float16(data, block);
      FloatVector m = FloatVector.broadcast(FLOATS, Little.float16(data, block + 2));
      for (int j = 0; j < HALF; j += COUNT) {
        IntVector both = Lanes.unsigned(data, block + 4 + j);
        Lanes.floats(both.and(0xf)).mul(d).add(m).intoArray(to, i + j);
        Lanes.floats(upper(both)).mul(d).add(m).intoArray(to, i + j + HALF);
      }
    }
  }

  static void q5d0(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = offset; i < offset + columns; i += BLOCK, block += 22) {
      float d = Little.float16(data, block);
      int fifth = Little.int32(data, block + 2);
      for (int j = 0; j < HALF; j += COUNT) {
        IntVector both = Lanes.unsigned(data, block + 6 + j);
        IntVector low = both.and(0xf).sub(16).add(16, bits(fifth >>> j));
        IntVector high = upper(both).sub(16).add(16, bits(fifth >>> j + HALF));
        Lanes.floats(low).mul(d).intoArray(to, i + j);
        Lanes.floats(high).mul(d).intoArray(to, i + j + HALF);
      }
    }
  }

  static void q5d1(MemorySegment data, long at, int columns, float[] to, int offset) {
    long block = at;
    for (int i = offset; i < offset + columns; i += BLOCK, block += 24) {
      float d = Little.float16(data, block);
      FloatVector m = FloatVector.broadcast(FLOATS, Little.float16(data, block + 2));
      int fifth = Little.int32(data, block + 4);
      for (int j = 0; j < HALF; j += COUNT) {
        IntVector both = Lanes.unsigned(data, block + 8 + j);
        IntVector low = both.and(0xf).add(16, bits(fifth >>> j));
        IntVector high = upper(both).add(16, bits(fifth >>> j + HALF));
        Lanes.floats(low).mul(d).add(m).intoArray(to, i + j);
        Lanes.floats(high).mul(d).add(m).intoArray(to, i + j + HALF);
      }
    }
  }

  static IntVector upper(IntVector both) {
    return both.lanewise(VectorOperators.LSHR, 4);
  }

  private static VectorMask<Integer> bits(int bits) {
    return VectorMask.fromLong(INTS, bits & (1L << COUNT) - 1);
  }
}
