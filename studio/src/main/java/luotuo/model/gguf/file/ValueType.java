package luotuo.model.gguf.file;

import luotuo.job.Failure;

/// The kinds of values in a file's metadata, in the order of their numbers.
enum ValueType {
  UINT8(1),
  INT8(1),
  UINT16(2),
  INT16(2),
  UINT32(4),
  INT32(4),
  FLOAT32(4),
  BOOL(1),
  STRING(8),
  ARRAY(12),
  UINT64(8),
  INT64(8),
  FLOAT64(8);

  private static final ValueType[] ALL = values();

  private final int bytes;

  ValueType(int bytes) {
    this.bytes = bytes;
  }

  /// The bytes that a value takes, or takes at least.
  int bytes() {
    return bytes;
  }

  static ValueType read(Cursor cursor) {
    long place = cursor.at();
    int id = cursor.int32();
    if (id < 0 || id >= ALL.length) {
      throw Failure.of("model.gguf.kind", cursor.file(), place, Integer.toUnsignedString(id));
    }
    return ALL[id];
  }
}
