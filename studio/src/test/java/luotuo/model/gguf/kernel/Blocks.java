package luotuo.model.gguf.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import luotuo.model.gguf.file.Tensor;
import luotuo.model.gguf.file.TensorType;

/// Tensors of random blocks: every bit of a quantised weight random, every scale finite.
final class Blocks {
  private Blocks() {}

  /// @param scale of the blocks' scales and minima, or of the plain numbers
  static Tensor random(TensorType type, int columns, int rows, float scale, Random random) {
    byte[] bytes = new byte[columns / type.block() * type.bytes() * rows];
    random.nextBytes(bytes);
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < bytes.length; at += type.bytes()) {
      finish(type, data, at, scale, random);
    }
    return tensor(type, columns, rows, bytes);
  }

  static Tensor tensor(TensorType type, int columns, int rows, byte[] bytes) {
    MemorySegment data = Arena.ofAuto().allocate(bytes.length, 64);
    MemorySegment.copy(bytes, 0, data, ValueLayout.JAVA_BYTE, 0, bytes.length);
    return new Tensor("random", type, columns, rows, data);
  }

  private static void finish(TensorType type, ByteBuffer data, int at, float scale, Random random) {
    float number = scale * (float) random.nextGaussian();
    short half = Float.floatToFloat16(number);
    short other = Float.floatToFloat16(scale * (float) random.nextGaussian());
    switch (type) {
      case F32 -> data.putFloat(at, number);
      case F16 -> data.putShort(at, half);
      case BF16 -> data.putShort(at, (short) (Float.floatToIntBits(number) >>> 16));
      case Q8_0, Q4_0, Q5_0 -> data.putShort(at, half);
      case Q4_1, Q5_1, Q4_K, Q5_K -> data.putShort(at, half).putShort(at + 2, other);
      case Q6_K -> data.putShort(at + 208, half);
    }
  }
}
