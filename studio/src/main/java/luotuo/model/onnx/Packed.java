package luotuo.model.onnx;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;

/// A resource of the class path that is needed as a file.
///
/// A file's name carries the resource's checksum, which the jar's table of contents has: what is
/// already unpacked is found without reading it, and another version is another file.
///
/// @param resource its name on the class path
/// @param checksum of its bytes
record Packed(String resource, String checksum) {
  static Packed of(String resource) throws IOException {
    var url = Packed.class.getClassLoader().getResource(resource);
    if (url == null) {
      throw new FileNotFoundException(resource + " on the class path");
    }
    return new Packed(resource, checksum(url.openConnection()));
  }

  /// @return the file `resource-checksum.suffix` in the folder, made where it is missing
  Path unpack(Path folder, String suffix) throws IOException {
    return unpack(folder, suffix, UnaryOperator.identity());
  }

  /// @param change what is kept in the place of the resource's bytes
  Path unpack(Path folder, String suffix, UnaryOperator<byte[]> change) throws IOException {
    var stem = resource.substring(0, resource.lastIndexOf('.'));
    return unpackTo(folder.resolve(stem + "-" + checksum + suffix), change);
  }

  /// @param file made where it is missing; other programs see all of it or nothing
  Path unpackTo(Path file, UnaryOperator<byte[]> change) throws IOException {
    if (Files.exists(file)) {
      return file;
    }
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var temporary = Files.createTempFile(folder, "unpack", ".tmp");
    try {
      Files.write(temporary, change.apply(bytes()));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return file;
  }

  private byte[] bytes() throws IOException {
    try (InputStream in = Packed.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource + " on the class path");
      }
      return in.readAllBytes();
    }
  }

  private static String checksum(URLConnection connection) throws IOException {
    return connection instanceof JarURLConnection jar
        ? Long.toHexString(jar.getJarEntry().getCrc())
        : Long.toHexString(connection.getContentLengthLong() ^ connection.getLastModified());
  }
}
