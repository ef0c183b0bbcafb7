package luotuo.app;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import luotuo.job.Failure;
import luotuo.store.ScratchFolder;
import luotuo.store.Workspace;

/// Files that are handed over for an import, each upload in a scratch folder of its own. One that
/// nobody ends is gone after a day, and all are when this is closed.
public final class Uploads implements AutoCloseable {
  /// Bytes that one file may have.
  public static final long MOST_FILE = 256L << 20;

  private static final int MOST = 32;
  private static final Duration DAY = Duration.ofDays(1);

  private final Path folder;
  private final InstantSource clock;
  private final Map<String, Upload> open = new ConcurrentHashMap<>();

  public Uploads(Workspace workspace) {
    this(workspace, InstantSource.system());
  }

  Uploads(Workspace workspace, InstantSource clock) {
    this.folder = workspace.scratch();
    this.clock = clock;
    ScratchFolder.sweep(folder, DAY);
  }

  /// @return the new upload's id
  /// @throws Failure `upload.tooMany` if there are too many already
  public synchronized String begin() {
    dropOld();
    if (open.size() >= MOST) {
      throw Failure.of("upload.tooMany", MOST);
    }
    String id = UUID.randomUUID().toString();
    open.put(id, new Upload(ScratchFolder.in(folder), clock.instant()));
    return id;
  }

  private void dropOld() {
    ScratchFolder.sweep(folder, DAY);
    List.copyOf(open.entrySet()).stream()
        .filter(upload -> upload.getValue().begun().plus(DAY).isBefore(clock.instant()))
        .forEach(upload -> end(upload.getKey()));
  }

  /// Takes a file, in place of one that has this path already.
  ///
  /// @param path below the upload's folder, its parts between slashes; it never leads out of it
  /// @throws Failure `upload.unknown`, `upload.path`, `upload.tooLarge`, `upload.tooManyFiles`
  public void put(String id, String path, InputStream bytes) {
    get(id).put(path, bytes);
  }

  /// Says what a line of a file is instead.
  ///
  /// @throws Failure `upload.unknown`, `file.missing`, or what [luotuo.corpus.Correction] throws
  public void correct(String id, String path, int line, String words) {
    get(id).correct(path, line, words);
  }

  /// What is to be imported: the only file, or the folder that all of them are in.
  ///
  /// @throws Failure `upload.unknown`, `upload.empty`
  public Path source(String id) {
    return get(id).source();
  }

  /// A failure in the words of whoever uploaded: with the names of the files as they called them.
  public Failure named(String id, Failure failure) {
    return get(id).named(failure);
  }

  /// @throws Failure `upload.unknown`
  public void end(String id) {
    Upload upload = open.remove(id);
    if (upload == null) {
      throw Failure.of("upload.unknown", id);
    }
    upload.close();
  }

  private Upload get(String id) {
    Upload upload = open.get(id);
    if (upload == null) {
      throw Failure.of("upload.unknown", id);
    }
    return upload;
  }

  @Override
  public void close() {
    List.copyOf(open.keySet()).forEach(this::end);
  }
}
