package luotuo.model.gguf.file;

import java.io.IOException;

/// Puts rows of numbers into the forms that can be written.
final class WeightForm {
  private WeightForm() {}

  static boolean writes(TensorType type) {
    return switch (type) {
      case F32, F16, Q8_0 -> true;
      case BF16, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K -> false;
    };
  }

  static void write(TensorType type, float[] row, Sink out) throws IOException {
    switch (type) {
      case F32 -> {
        for (float weight : row) {
          out.float32(weight);
        }
      }
      case F16 -> {
        for (float weight : row) {
          out.int16(Float.floatToFloat16(weight));
        }
      }
      case Q8_0 -> {
        for (int at = 0; at < row.length; at += type.block()) {
          block(row, at, out);
        }
      }
      case BF16, Q4_0, Q4_1, Q5_0, Q5_1, Q4_K, Q5_K, Q6_K ->
          throw new IllegalArgumentException(type.name());
    }
  }

  /// A block of Q8_0: a scale, the greatest amount / 127, in half precision, and 32 multiples of
  /// it.
  private static void block(float[] row, int from, Sink out) throws IOException {
    float most = 0;
    for (int i = from; i < from + TensorType.Q8_0.block(); i++) {
      most = Math.max(most, Math.abs(row[i]));
    }
    float scale = most / Byte.MAX_VALUE;
    float inverse = scale == 0 ? 0 : 1 / scale;
    out.int16(Float.floatToFloat16(scale));
    for (int i = from; i < from + TensorType.Q8_0.block(); i++) {
      out.int8(Math.round(row[i] * inverse));
    }
  }
}
