package luotuo.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The temporary names beside atomic files and folders, and the removal of those that a killed
/// process left. All begin with `.~`, which no [FolderName] does.
final class Leftovers {
  static final String PREFIX = ".~";
  private static final String UNFINISHED = PREFIX + "new~";
  private static final String DISCARDED = PREFIX + "gone~";
  private static final String ASIDE = PREFIX + "old~";
  private static final Duration STALE = Duration.ofHours(1);

  private Leftovers() {}

  static Path folder(Path file) {
    Path folder = file.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("a root has no place beside it: " + file);
    }
    return folder;
  }

  /// A fresh name for what is being written.
  static Path unfinished(Path folder) {
    return folder.resolve(UNFINISHED + UUID.randomUUID());
  }

  /// A fresh name for what is about to be deleted, so that a half-deleted folder is nobody's.
  static Path discarded(Path folder) {
    return folder.resolve(DISCARDED + UUID.randomUUID());
  }

  /// Where the old folder waits while the new one is moved into its place.
  static Path aside(Path target) {
    return folder(target).resolve(ASIDE + target.getFileName());
  }

  /// The places of all folders that wait aside.
  static List<Path> targetsAside(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> name.startsWith(ASIDE))
          .map(name -> folder.resolve(name.substring(ASIDE.length())))
          .toList();
    }
  }

  static boolean isLeftover(Path path) {
    return String.valueOf(path.getFileName()).startsWith(PREFIX);
  }

  /// Deletes what was left unfinished or half deleted for more than an hour.
  static void sweep(Path folder) throws IOException {
    sweep(folder, STALE);
  }

  static void sweep(Path folder, Duration age) throws IOException {
    Instant before = Instant.now().minus(age);
    List<Path> stale;
    try (var entries = Files.list(folder)) {
      stale = entries.filter(entry -> isRubbish(entry) && isOlder(entry, before)).toList();
    }
    for (Path path : stale) {
      delete(path);
    }
  }

  private static boolean isRubbish(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(UNFINISHED) || name.startsWith(DISCARDED);
  }

  private static boolean isOlder(Path path, Instant than) {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(than);
    } catch (IOException e) {
      return false;
    }
  }

  /// Deletes a file, or a folder with all that is in it; a link is deleted, not followed.
  static void delete(Path path) throws IOException {
    try {
      Files.walkFileTree(path, DELETE);
    } catch (NoSuchFileException e) {
      // Another process deletes the same leftovers.
      return;
    }
  }

  private static final SimpleFileVisitor<Path> DELETE =
      new SimpleFileVisitor<>() {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            throws IOException {
          Files.deleteIfExists(file);
          return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error)
            throws IOException {
          Files.deleteIfExists(folder);
          return FileVisitResult.CONTINUE;
        }
      };
}
