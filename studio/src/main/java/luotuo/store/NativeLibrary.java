package luotuo.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import luotuo.job.Failure;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/// SQLite's native library, unpacked once into the workspace. By itself the driver unpacks it into
/// the temporary folder at every start, which takes a third of the time to open a database, and
/// leaves it there when the process is killed.
final class NativeLibrary {
  private static final String PLACE = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /// Tells the driver where the library is; where that cannot be done, the driver does as it does.
  static void unpackInto(Path folder) {
    if (System.getProperty(PLACE) != null) {
      return;
    }
    Path versions = folder.resolve("native").resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
    Path library = versions.resolve(LibraryLoaderUtil.getNativeLibName());
    try (InputStream packed = packed()) {
      if (packed == null) {
        return;
      }
      if (!Files.exists(library)) {
        OwnFolder.create(versions);
        AtomicFile.write(library, packed.readAllBytes());
      }
      System.setProperty(PLACE, versions.toString());
    } catch (IOException | Failure e) {
      // The driver's own way is slower and works.
      return;
    }
  }

  private static @Nullable InputStream packed() {
    String path =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    return SQLiteJDBCLoader.class.getResourceAsStream(path);
  }
}
