package luotuo.model.gguf.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import luotuo.job.Failure;

/// Reads a file's header from front to back. Nothing is read or allocated before it is known that
/// the file holds it.
final class Cursor {
  /// Bytes of the longest header; the largest vocabularies take some ten million.
  static final long MOST_BYTES = 128L << 20;

  /// Elements of all arrays together.
  static final long MOST_ELEMENTS = 16L << 20;

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final String file;
  private final MemorySegment bytes;
  private final long end;
  private long at;
  private long elements;

  Cursor(String file, MemorySegment bytes) {
    this.file = file;
    this.bytes = bytes;
    this.end = Math.min(bytes.byteSize(), MOST_BYTES);
  }

  String file() {
    return file;
  }

  long at() {
    return at;
  }

  byte int8() {
    return bytes.get(ValueLayout.JAVA_BYTE, forward(1));
  }

  short int16() {
    return bytes.get(SHORT, forward(2));
  }

  int int32() {
    return bytes.get(INT, forward(4));
  }

  long int64() {
    return bytes.get(LONG, forward(8));
  }

  String text() {
    int length = length(1);
    byte[] text = new byte[length];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, forward(length), text, 0, length);
    return new String(text, StandardCharsets.UTF_8);
  }

  /// A count of things that follow.
  ///
  /// @param size bytes that each of them takes at least
  int length(int size) {
    long place = at;
    long count = int64();
    if (count < 0 || count > (end - at) / size) {
      throw Failure.of("model.gguf.count", file, place, Long.toUnsignedString(count));
    }
    return (int) count;
  }

  /// A count of elements that follow and are kept in an array.
  int elements(int size) {
    long place = at;
    int count = length(size);
    elements += count;
    if (elements > MOST_ELEMENTS) {
      throw Failure.of("model.gguf.count", file, place, count);
    }
    return count;
  }

  private long forward(int count) {
    if (count > end - at) {
      throw Failure.of("model.gguf.short", file, at, count);
    }
    long place = at;
    at += count;
    return place;
  }
}
