package luotuo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import luotuo.corpus.Correction;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.store.FileFailure;
import luotuo.store.ScratchFolder;

/// The files of one upload. Several may come at once.
final class Upload implements AutoCloseable {
  private static final long MOST_FILE = Uploads.MOST_FILE;
  static final long MOST_BYTES = 1L << 30;
  static final int MOST_FILES = 10_000;
  private static final String FILES = "files";

  private final ScratchFolder scratch;
  private final Instant begun;
  private final Path root;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong parts = new AtomicLong();
  private int files;

  Upload(ScratchFolder scratch, Instant begun) {
    this.scratch = scratch;
    this.begun = begun;
    this.root = scratch.path().resolve(FILES);
  }

  Instant begun() {
    return begun;
  }

  void put(String path, InputStream from) {
    Path file = root.resolve(UploadPath.of(path));
    Path part = scratch.path().resolve("part-" + parts.incrementAndGet());
    try {
      long size = receive(from, part, path);
      try {
        move(part, file, path);
      } catch (IOException | Failure e) {
        bytes.addAndGet(-size);
        throw e;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw named(FileFailure.writing(file, e));
    }
  }

  /// @return how many bytes came; where this throws, none are counted
  private long receive(InputStream from, Path part, String path) throws IOException {
    long size = 0;
    try (OutputStream to = Files.newOutputStream(part)) {
      byte[] piece = new byte[1 << 16];
      for (int some = from.read(piece); some >= 0; some = from.read(piece)) {
        size += some;
        if (size > MOST_FILE || bytes.addAndGet(some) > MOST_BYTES) {
          throw Failure.of("upload.tooLarge", path, MOST_FILE, MOST_BYTES);
        }
        to.write(piece, 0, some);
      }
      return size;
    } catch (IOException | RuntimeException e) {
      bytes.addAndGet(-size);
      Files.deleteIfExists(part);
      throw e;
    }
  }

  private synchronized void move(Path part, Path file, String path) throws IOException {
    if (Files.isDirectory(file) || isBelowAFile(file)) {
      throw Failure.of("upload.path", path);
    }
    boolean fresh = !Files.exists(file);
    if (fresh && files >= MOST_FILES) {
      throw Failure.of("upload.tooManyFiles", MOST_FILES);
    }
    long old = fresh ? 0 : Files.size(file);
    Files.createDirectories(file.resolveSibling("."));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    bytes.addAndGet(-old);
    files += fresh ? 1 : 0;
  }

  private boolean isBelowAFile(Path file) {
    Path at = file.getParent();
    while (at != null && !at.equals(root)) {
      if (Files.isRegularFile(at)) {
        return true;
      }
      at = at.getParent();
    }
    return false;
  }

  synchronized void correct(String path, int line, String words) {
    Path below = UploadPath.of(path);
    Path file = root.resolve(below);
    try {
      byte[] old = Files.readAllBytes(file);
      byte[] corrected = Correction.of(old, below.toString(), line, words);
      Files.write(file, corrected);
      bytes.addAndGet((long) corrected.length - old.length);
    } catch (IOException e) {
      throw named(FileFailure.reading(file, e));
    }
  }

  /// Folders around all files, such as the one that was dropped, are gone into.
  Path source() {
    Path at = root;
    Optional<Path> only = only(at);
    while (only.isPresent()) {
      at = only.get();
      only = only(at);
    }
    if (at.equals(root) && !Files.isDirectory(root)) {
      throw Failure.of("upload.empty");
    }
    return at;
  }

  /// The only entry of a folder, unless that tells a form: `texts` is part of one.
  private static Optional<Path> only(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var entries = Files.list(folder)) {
      List<Path> first = entries.limit(2).toList();
      boolean texts = first.getFirst().getFileName().toString().equals("texts");
      return first.size() == 1 && !texts ? Optional.of(first.getFirst()) : Optional.empty();
    } catch (IOException e) {
      throw FileFailure.reading(folder, e);
    }
  }

  Failure named(Failure failure) {
    Problem problem = failure.problem();
    List<String> arguments = problem.arguments().stream().map(this::named).toList();
    return new Failure(new Problem(problem.key(), arguments), failure);
  }

  private String named(String argument) {
    String below = root + root.getFileSystem().getSeparator();
    return argument.replace(below, "").replace(root.toString(), "–");
  }

  @Override
  public void close() {
    scratch.close();
  }
}
