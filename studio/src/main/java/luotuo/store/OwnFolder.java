package luotuo.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Folders that only their owner may enter: conversations are nobody else's business.
final class OwnFolder {
  private OwnFolder() {}

  static void create(Path folder) {
    try {
      createMissing(folder.toAbsolutePath());
    } catch (IOException e) {
      throw FileFailure.writing(folder, e);
    }
  }

  private static void createMissing(@Nullable Path folder) throws IOException {
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    createMissing(folder.getParent());
    try {
      Files.createDirectory(folder, rights(folder, "rwx------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /// The rights of a file that only its owner may read.
  static FileAttribute<?>[] ownersFile(Path file) {
    return rights(file, "rw-------");
  }

  private static FileAttribute<?>[] rights(Path path, String rights) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
    };
  }
}
