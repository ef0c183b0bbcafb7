package luotuo.model.gguf.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import luotuo.job.Failure;
import luotuo.job.Problem;

/// Collects what a model's file is to hold, then writes it: version 3, little endian. Tensors may
/// be F32, F16 and Q8_0; their rows are asked for while the file is written.
public final class GgufWriter {
  private static final int ALIGNMENT = 32;
  private static final int VERSION = 3;

  private final SequencedMap<String, Put> values = new LinkedHashMap<>();
  private final SequencedMap<String, Weights> tensors = new LinkedHashMap<>();

  private record Weights(TensorType type, int columns, int rows, Rows source) {
    long bytes() {
      return (long) rows * (columns / type.block()) * type.bytes();
    }
  }

  private interface Put {
    void to(Sink out) throws IOException;
  }

  private interface PutElement {
    void to(Sink out, int index) throws IOException;
  }

  public GgufWriter text(String key, String value) {
    return put(key, ValueType.STRING, out -> out.text(value));
  }

  /// An integer of 32 bits without sign, as the format's own keys have them.
  public GgufWriter integer(String key, long value) {
    if (value < 0 || value > 0xffff_ffffL) {
      throw new IllegalArgumentException(key + " = " + value);
    }
    return put(key, ValueType.UINT32, out -> out.int32((int) value));
  }

  public GgufWriter number(String key, float value) {
    return put(key, ValueType.FLOAT32, out -> out.float32(value));
  }

  public GgufWriter flag(String key, boolean value) {
    return put(key, ValueType.BOOL, out -> out.int8(value ? 1 : 0));
  }

  public GgufWriter texts(String key, String... all) {
    return array(key, ValueType.STRING, all.length, (out, i) -> out.text(all[i]));
  }

  /// Integers of 32 bits with sign.
  public GgufWriter integers(String key, int... all) {
    return array(key, ValueType.INT32, all.length, (out, i) -> out.int32(all[i]));
  }

  public GgufWriter numbers(String key, float... all) {
    return array(key, ValueType.FLOAT32, all.length, (out, i) -> out.float32(all[i]));
  }

  /// @param columns weights in a row, a multiple of the form's block
  /// @param source asked for every row once, in order, by [#write]
  public GgufWriter tensor(String name, TensorType type, int columns, int rows, Rows source) {
    if (!WeightForm.writes(type) || columns < 1 || rows < 1 || columns % type.block() != 0) {
      throw new IllegalArgumentException(name + ": " + type + " " + columns + " × " + rows);
    }
    if (tensors.put(name, new Weights(type, columns, rows, source)) != null) {
      throw new IllegalArgumentException(name + " is there twice");
    }
    return this;
  }

  /// @param weights `rows × columns`, one row after another
  public GgufWriter tensor(String name, TensorType type, int columns, int rows, float[] weights) {
    if (weights.length != (long) rows * columns) {
      throw new IllegalArgumentException(name + ": " + weights.length + " weights");
    }
    return tensor(
        name,
        type,
        columns,
        rows,
        (r, to) -> System.arraycopy(weights, r * columns, to, 0, columns));
  }

  /// Writes the file beside its place, forces it to the disk and moves it there: it is there whole
  /// or not at all.
  public void write(Path file) {
    Path place = file.toAbsolutePath();
    try {
      Path temporary = Files.createTempFile(place.getParent(), ".gguf-", ".part");
      try {
        writeForced(temporary);
        move(temporary, place);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new Failure(Problem.of("file.unwritable", file, String.valueOf(e.getMessage())), e);
    }
  }

  private void writeForced(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      Sink out = new Sink(stream);
      header(out);
      for (Weights weights : tensors.values()) {
        out.align(ALIGNMENT);
        weights(out, weights);
      }
      out.align(ALIGNMENT);
      stream.flush();
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void header(Sink out) throws IOException {
    out.int32(Header.MAGIC);
    out.int32(VERSION);
    out.int64(tensors.size());
    out.int64(values.size());
    for (var value : values.entrySet()) {
      out.text(value.getKey());
      value.getValue().to(out);
    }
    long offset = 0;
    for (var tensor : tensors.entrySet()) {
      out.text(tensor.getKey());
      Weights weights = tensor.getValue();
      entry(out, weights, offset);
      offset += (weights.bytes() + ALIGNMENT - 1) & -ALIGNMENT;
    }
  }

  private static void entry(Sink out, Weights weights, long offset) throws IOException {
    boolean vector = weights.rows == 1;
    out.int32(vector ? 1 : 2);
    out.int64(weights.columns);
    if (!vector) {
      out.int64(weights.rows);
    }
    out.int32(weights.type.id());
    out.int64(offset);
  }

  private static void weights(Sink out, Weights weights) throws IOException {
    float[] row = new float[weights.columns];
    for (int r = 0; r < weights.rows; r++) {
      weights.source.row(r, row);
      WeightForm.write(weights.type, row, out);
    }
  }

  private GgufWriter put(String key, ValueType type, Put value) {
    Put typed =
        out -> {
          out.int32(type.ordinal());
          value.to(out);
        };
    if (values.put(key, typed) != null) {
      throw new IllegalArgumentException(key + " is there twice");
    }
    return this;
  }

  private GgufWriter array(String key, ValueType type, int count, PutElement element) {
    return put(
        key,
        ValueType.ARRAY,
        out -> {
          out.int32(type.ordinal());
          out.int64(count);
          for (int i = 0; i < count; i++) {
            element.to(out, i);
          }
        });
  }
}
