package luotuo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/// Files that are there whole or not at all: written beside their place, forced to the disk, moved.
public final class AtomicFile {
  private AtomicFile() {}

  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  public static void write(Path file, byte[] bytes) {
    write(file, bytes, new FileAttribute<?>[0]);
  }

  /// A file that nobody but its owner may read, from its first byte on.
  public static void writePrivately(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8), OwnFolder.ownersFile(file));
  }

  private static void write(Path file, byte[] bytes, FileAttribute<?>[] rights) {
    Path place = file.toAbsolutePath();
    Path folder = Leftovers.folder(place);
    try {
      Leftovers.sweep(folder);
      Path temporary = Leftovers.unfinished(folder);
      try {
        writeForced(temporary, bytes, rights);
        move(temporary, place);
      } finally {
        Files.deleteIfExists(temporary);
      }
      forceFolder(folder);
    } catch (IOException e) {
      throw FileFailure.writing(file, e);
    }
  }

  private static void writeForced(Path file, byte[] bytes, FileAttribute<?>[] rights)
      throws IOException {
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, fresh, rights)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Makes the names in a folder survive a power cut, where the system lets a folder be opened.
  static void forceFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows does not open folders; what a kill can do is prevented by the move alone.
      return;
    }
  }
}
