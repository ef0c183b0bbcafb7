package luotuo.model.gguf;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luotuo.model.gguf.file.TensorType;

/// Writes a GGUF file out of bytes as they are: any weight form, and any nonsense. Apart from the
/// room's own writer, so that a mistake there does not hide one in the reader.
final class RawGguf {
  private static final int ALIGNMENT = 32;
  private static final int UINT32 = 4;
  private static final int INT32 = 5;
  private static final int FLOAT32 = 6;
  private static final int BOOL = 7;
  private static final int STRING = 8;
  private static final int ARRAY = 9;

  private record Stored(String name, TensorType type, int[] sizes, ByteBuffer data) {}

  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private final List<Stored> tensors = new ArrayList<>();
  private int count;

  RawGguf text(String key, String value) {
    key(key, STRING);
    text(entries, value);
    return this;
  }

  RawGguf integer(String key, int value) {
    key(key, UINT32);
    number(entries, 4, value);
    return this;
  }

  RawGguf number(String key, float value) {
    key(key, FLOAT32);
    number(entries, 4, Float.floatToRawIntBits(value));
    return this;
  }

  RawGguf flag(String key, boolean value) {
    key(key, BOOL);
    number(entries, 1, value ? 1 : 0);
    return this;
  }

  RawGguf texts(String key, List<String> values) {
    array(key, STRING, values.size());
    values.forEach(value -> text(entries, value));
    return this;
  }

  RawGguf integers(String key, int[] values) {
    array(key, INT32, values.length);
    for (int value : values) {
      number(entries, 4, value);
    }
    return this;
  }

  RawGguf numbers(String key, float[] values) {
    array(key, FLOAT32, values.length);
    for (float value : values) {
      number(entries, 4, Float.floatToRawIntBits(value));
    }
    return this;
  }

  /// @param sizes the columns, and the rows of a matrix
  RawGguf tensor(String name, TensorType type, ByteBuffer data, int... sizes) {
    tensors.add(new Stored(name, type, sizes, data));
    return this;
  }

  void write(Path file) throws IOException {
    var head = new ByteArrayOutputStream();
    head.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    number(head, 4, 3);
    number(head, 8, tensors.size());
    number(head, 8, count);
    head.writeBytes(entries.toByteArray());
    directory(head);
    pad(head, head.size());
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      head.writeTo(out);
      for (var tensor : tensors) {
        out.write(tensor.data().array(), 0, tensor.data().limit());
        pad(out, tensor.data().limit());
      }
    }
  }

  private void directory(ByteArrayOutputStream head) {
    long offset = 0;
    for (var tensor : tensors) {
      text(head, tensor.name());
      number(head, 4, tensor.sizes().length);
      for (int size : tensor.sizes()) {
        number(head, 8, size);
      }
      number(head, 4, tensor.type().id());
      number(head, 8, offset);
      offset += padded(tensor.data().limit());
    }
  }

  private void key(String key, int type) {
    text(entries, key);
    number(entries, 4, type);
    count++;
  }

  private void array(String key, int type, int length) {
    key(key, ARRAY);
    number(entries, 4, type);
    number(entries, 8, length);
  }

  private static void text(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(out, 8, bytes.length);
    out.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream out, int width, long value) {
    byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
    out.write(bytes, 0, width);
  }

  private static long padded(long size) {
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static void pad(OutputStream out, long size) throws IOException {
    out.write(new byte[(int) (padded(size) - size)]);
  }
}
