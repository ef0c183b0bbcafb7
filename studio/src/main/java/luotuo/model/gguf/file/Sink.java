package luotuo.model.gguf.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes little-endian numbers and texts, and knows how far it has come.
final class Sink {
  private final OutputStream out;
  private long at;

  Sink(OutputStream out) {
    this.out = out;
  }

  void int8(int value) throws IOException {
    out.write(value);
    at++;
  }

  void int16(int value) throws IOException {
    int8(value);
    int8(value >> 8);
  }

  void int32(int value) throws IOException {
    int16(value);
    int16(value >> 16);
  }

  void int64(long value) throws IOException {
    int32((int) value);
    int32((int) (value >> 32));
  }

  void float32(float value) throws IOException {
    int32(Float.floatToRawIntBits(value));
  }

  void text(String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int64(bytes.length);
    out.write(bytes);
    at += bytes.length;
  }

  void align(int alignment) throws IOException {
    while (at % alignment != 0) {
      int8(0);
    }
  }
}
