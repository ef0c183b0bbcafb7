package luotuo.model.gguf.file;

import luotuo.job.Failure;

/// Reads the values of a file's metadata, in the types that [Metadata] has them.
final class Values {
  private Values() {}

  static Object read(ValueType type, Cursor from) {
    return switch (type) {
      case UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 -> integer(type, from);
      case FLOAT32, FLOAT64 -> number(type, from);
      case BOOL -> from.int8() != 0;
      case STRING -> from.text();
      case ARRAY -> array(from);
    };
  }

  private static Object array(Cursor from) {
    long place = from.at();
    ValueType type = ValueType.read(from);
    return switch (type) {
      case UINT8, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64 -> integers(type, from);
      case FLOAT32, FLOAT64 -> numbers(type, from);
      case BOOL -> flags(from);
      case STRING -> texts(from);
      case ARRAY -> throw Failure.of("model.gguf.nested", from.file(), place);
    };
  }

  private static long integer(ValueType type, Cursor from) {
    return switch (type) {
      case UINT8 -> from.int8() & 0xffL;
      case INT8 -> from.int8();
      case UINT16 -> from.int16() & 0xffffL;
      case INT16 -> from.int16();
      case UINT32 -> from.int32() & 0xffff_ffffL;
      case INT32 -> from.int32();
      case UINT64, INT64 -> from.int64();
      case FLOAT32, FLOAT64, BOOL, STRING, ARRAY -> throw new IllegalArgumentException(type.name());
    };
  }

  private static double number(ValueType type, Cursor from) {
    return type == ValueType.FLOAT32
        ? Float.intBitsToFloat(from.int32())
        : Double.longBitsToDouble(from.int64());
  }

  private static long[] integers(ValueType type, Cursor from) {
    long[] all = new long[from.elements(type.bytes())];
    for (int i = 0; i < all.length; i++) {
      all[i] = integer(type, from);
    }
    return all;
  }

  private static float[] numbers(ValueType type, Cursor from) {
    float[] all = new float[from.elements(type.bytes())];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) number(type, from);
    }
    return all;
  }

  private static boolean[] flags(Cursor from) {
    boolean[] all = new boolean[from.elements(1)];
    for (int i = 0; i < all.length; i++) {
      all[i] = from.int8() != 0;
    }
    return all;
  }

  private static String[] texts(Cursor from) {
    String[] all = new String[from.elements(ValueType.STRING.bytes())];
    for (int i = 0; i < all.length; i++) {
      all[i] = from.text();
    }
    return all;
  }
}
