package luotuo.model.hub;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.json.Yaml;
import luotuo.store.AtomicFile;
import luotuo.store.FileFailure;

/// A file that is on its way: what has come of it, and where it comes from, so that a later run can
/// go on. Its bytes are counted as they come.
final class Part implements AutoCloseable {
  static final String RECORD = "part.yaml";
  private static final String BYTES = "weights.part";
  private static final List<String> KEYS = List.of("source", "validator", "length", "sha256");

  private final Path folder;
  private final RandomAccessFile file;
  private MessageDigest digest;
  private Optional<Origin> origin;
  private long size;

  /// Where the bytes come from.
  ///
  /// @param source its id
  /// @param validator tells this version of the file from others; may be empty
  /// @param length of the whole file, where the server says it
  /// @param sha256 of the whole file, where the hub says it
  record Origin(String source, String validator, OptionalLong length, Optional<String> sha256) {}

  private Part(Path folder, RandomAccessFile file, Optional<Origin> origin, MessageDigest digest)
      throws IOException {
    this.folder = folder;
    this.file = file;
    this.digest = digest;
    this.origin = origin;
    this.size = file.length();
    file.seek(size);
  }

  /// What is there of a file, or nothing yet.
  ///
  /// @param name what the file will be called; where a run ended just after it was called so, it is
  ///   taken back
  /// @param progress told how far counting what is there has come
  static Part open(Path folder, String name, Progress progress) {
    Path target = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path bytes = folder.resolve(BYTES);
      Optional<Origin> origin = read(folder.resolve(RECORD));
      if (origin.isPresent() && Files.exists(target) && !Files.exists(bytes)) {
        Files.move(target, bytes);
      }
      MessageDigest digest =
          origin.isPresent() && Files.exists(bytes)
              ? Counting.of(bytes, progress)
              : Counting.fresh();
      Part part = new Part(folder, new RandomAccessFile(bytes.toFile(), "rw"), origin, digest);
      part.checkLength();
      return part;
    } catch (IOException e) {
      throw FileFailure.writing(target, e);
    }
  }

  private static Optional<Origin> read(Path record) throws IOException {
    if (!Files.exists(record)) {
      return Optional.empty();
    }
    try {
      Keys keys = Keys.of(record, Files.readString(record)).only(KEYS);
      return Optional.of(
          new Origin(
              keys.text("source"),
              keys.optional("validator").orElse(""),
              keys.has("length") ? OptionalLong.of(keys.number("length")) : OptionalLong.empty(),
              keys.optional("sha256")));
    } catch (Failure e) {
      return Optional.empty(); // then the file comes afresh
    }
  }

  /// More than there should be, or nobody knows of what: then it is nothing.
  private void checkLength() throws IOException {
    boolean sound =
        origin.map(o -> o.length().isEmpty() || size <= o.length().getAsLong()).orElse(false);
    if (!sound && size > 0) {
      drop();
    }
  }

  /// Bytes that a broken pull left in a folder.
  static long bytes(Path folder) {
    try {
      Path bytes = folder.resolve(BYTES);
      return Files.exists(bytes) ? Files.size(bytes) : 0;
    } catch (IOException e) {
      throw FileFailure.reading(folder, e);
    }
  }

  long size() {
    return size;
  }

  Optional<Origin> origin() {
    return origin;
  }

  boolean isWhole() {
    return size > 0 && origin.flatMap(o -> boxed(o.length())).filter(l -> l == size).isPresent();
  }

  private static Optional<Long> boxed(OptionalLong number) {
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }

  /// Begins afresh; the record is there before the first byte.
  void begin(Origin from) throws IOException {
    drop();
    origin = Optional.of(from);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("source", from.source());
    if (!from.validator().isEmpty()) {
      keys.put("validator", from.validator());
    }
    from.length().ifPresent(length -> keys.put("length", length));
    from.sha256().ifPresent(sha256 -> keys.put("sha256", sha256));
    AtomicFile.write(folder.resolve(RECORD), Yaml.write(keys));
  }

  void append(ByteBuffer bytes) throws IOException {
    byte[] piece = new byte[bytes.remaining()];
    bytes.get(piece);
    file.write(piece);
    digest.update(piece);
    size += piece.length;
  }

  void drop() throws IOException {
    file.setLength(0);
    file.seek(0);
    size = 0;
    digest = Counting.fresh();
    origin = Optional.empty();
  }

  /// At the end: the bytes that were counted so far.
  String sha256() throws IOException {
    try {
      return Counting.hex((MessageDigest) digest.clone());
    } catch (CloneNotSupportedException e) {
      throw new IOException(e);
    }
  }

  boolean isGguf() {
    return Gguf.begins(folder.resolve(BYTES));
  }

  /// The file gets its name.
  void finish(Path target) throws IOException {
    file.getFD().sync();
    file.close();
    Files.move(folder.resolve(BYTES), target, StandardCopyOption.REPLACE_EXISTING);
  }

  /// There is a manifest now.
  static void forget(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(RECORD));
  }

  /// What has come stays.
  @Override
  public void close() {
    try {
      file.close();
      if (size == 0) {
        Files.deleteIfExists(folder.resolve(BYTES));
        Files.deleteIfExists(folder.resolve(RECORD));
        Files.deleteIfExists(folder); // where nothing else is in it
      }
    } catch (DirectoryNotEmptyException e) {
      return;
    } catch (IOException e) {
      throw FileFailure.writing(folder, e);
    }
  }
}
