package luotuo.model.gguf.file;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SequencedMap;
import luotuo.job.Failure;

/// A model's file, mapped: nothing of its weights is read before it is used.
///
/// A file is not trusted. Its whole header is checked when it is opened, so that every tensor lies
/// inside it. Versions 2 and 3, little endian.
///
/// @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
public final class GgufFile implements AutoCloseable {
  private final Arena arena;
  private final MemorySegment bytes;
  private final Header header;

  private GgufFile(Arena arena, MemorySegment bytes, Header header) {
    this.arena = arena;
    this.bytes = bytes;
    this.header = header;
  }

  /// @throws Failure of one sentence if there is no such file, or it is not a sound one
  public static GgufFile open(Path file) {
    Arena arena = Arena.ofShared();
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      return new GgufFile(arena, bytes, Header.read(name(file), bytes));
    } catch (IOException e) {
      arena.close();
      throw unreadable(file, e);
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  public Metadata metadata() {
    return header.metadata();
  }

  /// What the file says of its tensors, by name, in its order.
  public SequencedMap<String, Entry> tensors() {
    return header.entries();
  }

  /// Bytes of the file.
  public long size() {
    return bytes.byteSize();
  }

  public boolean has(String tensor) {
    return header.entries().containsKey(tensor);
  }

  /// The weights of a tensor. They cannot be read any more once the file is closed.
  ///
  /// @throws Failure `model.gguf.missing` if there is no such tensor, `model.gguf.form` if it is
  ///   stored in a form that is not one of [TensorType]
  public Tensor tensor(String name) {
    Entry entry = header.entries().get(name);
    if (entry == null) {
      throw Failure.of("model.gguf.missing", metadata().file(), name);
    }
    TensorType form =
        entry
            .form()
            .orElseThrow(
                () ->
                    Failure.of(
                        "model.gguf.form",
                        metadata().file(),
                        name,
                        ForeignForms.name(entry.type())));
    long size = entry.rows() * entry.rowBytes(form);
    MemorySegment data = bytes.asSlice(header.weights() + entry.offset(), size);
    return new Tensor(name, form, (int) entry.columns(), (int) entry.rows(), data);
  }

  @Override
  public void close() {
    arena.close();
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static Failure unreadable(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> Failure.of("file.missing", file);
      case AccessDeniedException _ -> Failure.of("file.denied", file);
      default -> Failure.of("file.unreadable", file, String.valueOf(e.getMessage()));
    };
  }
}
