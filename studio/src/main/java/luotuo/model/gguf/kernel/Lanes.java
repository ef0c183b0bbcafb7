package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The machine's vectors: as many floats as fit one, and as many bytes and shorts.
final class Lanes {
  static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  static final int COUNT = FLOATS.length();
  static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
  static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(Math.max(64, COUNT * Short.SIZE)));
  static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, COUNT * Byte.SIZE)));

  /// Where half precision's bits, moved to the places of a float's, mean a number too small.
  private static final float HALF_BIAS = 0x1p112f;

  private Lanes() {}

  /// The lanes together, halves first: always in this order. That of `reduceLanes` is another in
  /// compiled code, so that the same work would not come to the same numbers from the start.
  /// Shuffles of lanes would keep the order too, and are some thirty times as slow.
  static float sum(FloatVector lanes) {
    return switch (lanes.length()) {
      case 8 -> sumOfEight(lanes);
      case 16 -> sumOfSixteen(lanes);
      default -> sum(lanes.toArray());
    };
  }

  private static float sumOfEight(FloatVector v) {
    return ((v.lane(0) + v.lane(4)) + (v.lane(2) + v.lane(6)))
        + ((v.lane(1) + v.lane(5)) + (v.lane(3) + v.lane(7)));
  }

  private static float sumOfSixteen(FloatVector v) {
    float even =
        ((v.lane(0) + v.lane(8)) + (v.lane(4) + v.lane(12)))
            + ((v.lane(2) + v.lane(10)) + (v.lane(6) + v.lane(14)));
    float odd =
        ((v.lane(1) + v.lane(9)) + (v.lane(5) + v.lane(13)))
            + ((v.lane(3) + v.lane(11)) + (v.lane(7) + v.lane(15)));
    return even + odd;
  }

  private static float sum(float[] lanes) {
    for (int half = lanes.length / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        lanes[i] += lanes[i + half];
      }
    }
    return lanes[0];
  }

  /// Bytes with sign.
  static FloatVector signed(MemorySegment data, long at) {
    return (FloatVector)
        ByteVector.fromMemorySegment(BYTES, data, at, ByteOrder.LITTLE_ENDIAN)
            .convertShape(VectorOperators.B2I, INTS, 0)
            .convert(VectorOperators.I2F, 0);
  }

  /// Bytes without sign.
  static IntVector unsigned(MemorySegment data, long at) {
    return (IntVector)
        ByteVector.fromMemorySegment(BYTES, data, at, ByteOrder.LITTLE_ENDIAN)
            .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
  }

  static FloatVector floats(IntVector integers) {
    return (FloatVector) integers.convert(VectorOperators.I2F, 0);
  }

  /// Finite numbers of half precision.
  static FloatVector halves(MemorySegment data, long at) {
    return halves(ShortVector.fromMemorySegment(SHORTS, data, at, ByteOrder.LITTLE_ENDIAN));
  }

  static FloatVector halves(short[] data, int at) {
    return halves(ShortVector.fromArray(SHORTS, data, at));
  }

  /// The upper halves of floats.
  static FloatVector brains(MemorySegment data, long at) {
    return ((IntVector)
            ShortVector.fromMemorySegment(SHORTS, data, at, ByteOrder.LITTLE_ENDIAN)
                .convertShape(VectorOperators.S2I, INTS, 0))
        .lanewise(VectorOperators.LSHL, 16)
        .reinterpretAsFloats();
  }

  private static FloatVector halves(ShortVector bits) {
    return ((IntVector) bits.convertShape(VectorOperators.S2I, INTS, 0))
        .lanewise(VectorOperators.LSHL, 13)
        .and(0x8fff_e000)
        .reinterpretAsFloats()
        .mul(HALF_BIAS);
  }
}
