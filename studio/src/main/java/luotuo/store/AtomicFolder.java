package luotuo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luotuo.job.Failure;

/// Folders that are there whole, old or new: filled beside their place, then moved into it.
///
/// A folder cannot be moved onto another one, so replacing takes two moves: the old one aside, the
/// new one into place. Whoever comes upon the moment between them, or upon what a killed process
/// left of it, waits for the lock and puts the old one back ([#settle]). A reader goes through
/// [#read], which begins again when the folder was exchanged under it.
public final class AtomicFolder {
  private static final int MOST_READS = 20;

  private AtomicFolder() {}

  /// Puts everything into an empty folder; the file that readers look for first, last of all.
  @FunctionalInterface
  public interface Filler {
    void fill(Path folder) throws IOException;
  }

  @FunctionalInterface
  public interface Reader<T> {
    T read(Path folder) throws IOException;
  }

  /// @return whether the folder is new; false, and nothing done, where the place was taken
  public static boolean create(Path target, Filler filler) {
    return put(target, filler, false);
  }

  /// Replaces the folder, or creates it.
  public static void replace(Path target, Filler filler) {
    put(target, filler, true);
  }

  /// @return whether there was such a folder
  public static boolean remove(Path target) {
    Path place = target.toAbsolutePath();
    Path folder = Leftovers.folder(place);
    Path discarded = Leftovers.discarded(folder);
    try {
      try (var _ = FolderLock.on(folder)) {
        repair(place);
        if (!Files.exists(place)) {
          return false;
        }
        Files.move(place, discarded);
      }
      Leftovers.delete(discarded);
      return true;
    } catch (IOException e) {
      throw FileFailure.writing(target, e);
    }
  }

  /// Reads files of one folder that belong together: all of them old, or all of them new.
  ///
  /// @throws Failure `file.missing` if there is no such folder
  public static <T> T read(Path target, Reader<T> reader) {
    Path place = target.toAbsolutePath();
    try {
      return new ConsistentRead<>(place, reader).within(MOST_READS);
    } catch (IOException e) {
      throw FileFailure.reading(target, e);
    }
  }

  /// Completes what a killed process left half done at this place; costs nothing where nothing is.
  public static void settle(Path target) {
    Path place = target.toAbsolutePath();
    if (!Files.exists(Leftovers.aside(place))) {
      return;
    }
    try (var _ = FolderLock.on(Leftovers.folder(place))) {
      repair(place);
    } catch (IOException e) {
      throw FileFailure.writing(target, e);
    }
  }

  /// Completes what was left half done anywhere in a folder.
  public static void settleAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      Leftovers.targetsAside(folder).forEach(AtomicFolder::settle);
    } catch (IOException e) {
      throw FileFailure.reading(folder, e);
    }
  }

  private static boolean put(Path target, Filler filler, boolean replace) {
    Path place = target.toAbsolutePath();
    Path folder = Leftovers.folder(place);
    OwnFolder.create(folder);
    Path filled = Leftovers.unfinished(folder);
    try {
      Leftovers.sweep(folder);
      try {
        Files.createDirectory(filled);
        filler.fill(filled);
        return exchange(filled, place, replace);
      } finally {
        Leftovers.delete(filled);
      }
    } catch (IOException e) {
      throw FileFailure.writing(target, e);
    }
  }

  private static boolean exchange(Path filled, Path place, boolean replace) throws IOException {
    Path aside = Leftovers.aside(place);
    try (var _ = FolderLock.on(Leftovers.folder(place))) {
      repair(place);
      boolean taken = Files.exists(place);
      if (taken && !replace) {
        return false;
      }
      if (taken) {
        Files.move(place, aside);
      }
      Files.move(filled, place);
      repair(place);
    }
    AtomicFile.forceFolder(Leftovers.folder(place));
    return true;
  }

  /// Under the lock: the old folder goes back if its place is empty, and away if it is not. It is
  /// renamed before it is deleted, so that what stands aside is always whole.
  private static void repair(Path place) throws IOException {
    Path aside = Leftovers.aside(place);
    if (!Files.exists(aside)) {
      return;
    }
    if (!Files.exists(place)) {
      Files.move(aside, place);
      return;
    }
    Path discarded = Leftovers.discarded(Leftovers.folder(place));
    Files.move(aside, discarded);
    Leftovers.delete(discarded);
  }
}
