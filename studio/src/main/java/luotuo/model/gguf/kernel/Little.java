package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Little-endian numbers at any place of a file.
final class Little {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Little() {}

  static int signed(MemorySegment data, long at) {
    return data.get(ValueLayout.JAVA_BYTE, at);
  }

  static int unsigned(MemorySegment data, long at) {
    return data.get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }

  static short int16(MemorySegment data, long at) {
    return data.get(SHORT, at);
  }

  static int int32(MemorySegment data, long at) {
    return data.get(INT, at);
  }

  static float float32(MemorySegment data, long at) {
    return data.get(FLOAT, at);
  }

  /// A number of 16 bits, IEEE half precision.
  static float float16(MemorySegment data, long at) {
    return Float.float16ToFloat(int16(data, at));
  }
}
