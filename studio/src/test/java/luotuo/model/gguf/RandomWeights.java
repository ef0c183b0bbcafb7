package luotuo.model.gguf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import luotuo.model.gguf.file.TensorType;

/// Random weights as a file stores them. Blocks are random bytes whose scales are then set, so that
/// no quantiser is needed and every bit of a block is used.
final class RandomWeights {
  private RandomWeights() {}

  /// @param gain the spread of a product with this matrix, for inputs that are spread by 1, roughly
  static ByteBuffer matrix(
      RandomStream stream, TensorType type, int rows, int columns, double gain) {
    float amplitude = (float) (gain * Math.sqrt(3.0 / columns));
    int count = rows * columns;
    return switch (type) {
      case F32, F16, BF16 -> numbers(stream, type, count, amplitude, 0);
      case Q8_0 -> oneScale(stream, type, count, 0, amplitude / 128);
      case Q4_0 -> oneScale(stream, type, count, 0, amplitude / 8);
      case Q5_0 -> oneScale(stream, type, count, 0, amplitude / 16);
      case Q6_K -> oneScale(stream, type, count, 208, amplitude * (float) (1.0 / 3072));
      case Q4_1 -> scaleAndLeast(stream, type, count, amplitude / 8, amplitude * (-7.5f / 8));
      case Q5_1 -> scaleAndLeast(stream, type, count, amplitude / 16, amplitude * (-15.5f / 16));
      case Q4_K -> scaleAndLeast(stream, type, count, amplitude / 512, amplitude * (7.5f / 512));
      case Q5_K -> scaleAndLeast(stream, type, count, amplitude / 1024, amplitude * (15.5f / 1024));
    };
  }

  /// @param type F32, F16 or BF16
  static ByteBuffer numbers(
      RandomStream stream, TensorType type, int count, float amplitude, float centre) {
    var out = ByteBuffer.allocate(count * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    while (out.hasRemaining()) {
      float x = stream.next(amplitude, centre);
      if (type == TensorType.F32) {
        out.putFloat(x);
      } else {
        out.putShort(type == TensorType.F16 ? Float.floatToFloat16(x) : brain(x));
      }
    }
    return out.flip();
  }

  /// The upper half of a float, rounded to nearest, ties to even.
  private static short brain(float x) {
    int bits = Float.floatToRawIntBits(x);
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }

  private static ByteBuffer oneScale(
      RandomStream stream, TensorType type, int count, int offset, float base) {
    var blocks = stream.bytes(count / type.block() * type.bytes());
    for (int at = offset; at < blocks.limit(); at += type.bytes()) {
      int sign = blocks.getShort(at) & 0x8000;
      blocks.putShort(at, (short) (scale(blocks.getShort(at), base) ^ sign));
    }
    return blocks;
  }

  private static ByteBuffer scaleAndLeast(
      RandomStream stream, TensorType type, int count, float scale, float least) {
    var blocks = stream.bytes(count / type.block() * type.bytes());
    for (int at = 0; at < blocks.limit(); at += type.bytes()) {
      blocks.putShort(at, scale(blocks.getShort(at), scale));
      blocks.putShort(at + 2, scale(blocks.getShort(at + 2), least));
    }
    return blocks;
  }

  private static short scale(short random, float base) {
    return Float.floatToFloat16(base * (0.75f + (random & 0x7FFF) / 65536f));
  }
}
