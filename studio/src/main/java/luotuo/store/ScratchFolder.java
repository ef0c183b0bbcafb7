package luotuo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A folder for what is only worked on: gone when it is closed, and for its owner alone until then.
public final class ScratchFolder implements AutoCloseable {
  private final Path path;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  /// @param folder made where it is missing
  public static ScratchFolder in(Path folder) {
    Path path = Leftovers.unfinished(folder.toAbsolutePath());
    OwnFolder.create(path);
    return new ScratchFolder(path);
  }

  public Path path() {
    return path;
  }

  /// Deletes what killed processes left in a folder longer ago than this.
  public static void sweep(Path folder, Duration age) {
    try {
      if (Files.isDirectory(folder)) {
        Leftovers.sweep(folder, age);
      }
    } catch (IOException e) {
      throw FileFailure.writing(folder, e);
    }
  }

  @Override
  public void close() {
    try {
      Leftovers.delete(path);
    } catch (IOException e) {
      throw FileFailure.writing(path, e);
    }
  }
}
