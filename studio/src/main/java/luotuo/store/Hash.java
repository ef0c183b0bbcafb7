package luotuo.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// SHA-256 of texts and files, as 64 hexadecimal digits.
public final class Hash {
  private static final int PIECE = 1 << 16;

  private Hash() {}

  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /// The hash of a file.
  public static String sha256(Path file) {
    return HexFormat.of().formatHex(file(file));
  }

  /// The hash of the names and contents of files in a folder, wherever that is.
  public static String sha256(Path folder, List<Path> files) {
    Map<String, Path> byName = new TreeMap<>();
    files.forEach(file -> byName.put(folder.relativize(file).toString().replace('\\', '/'), file));
    MessageDigest digest = digest();
    byName.forEach(
        (name, file) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
          digest.update(file(file));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] file(Path file) {
    MessageDigest digest = digest();
    try (var in = Files.newInputStream(file)) {
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
    return digest.digest();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
