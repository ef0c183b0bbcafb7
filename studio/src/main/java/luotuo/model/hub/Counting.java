package luotuo.model.hub;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import luotuo.job.Cancelled;
import luotuo.job.Progress;

/// SHA-256 of what may be gigabytes: with progress, cancellable, and able to go on.
final class Counting {
  private static final int PIECE = 1 << 20;

  private Counting() {}

  static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha256(Path file, Progress progress) throws IOException {
    return hex(of(file, progress));
  }

  /// All bytes of a file. No channel reads them: an interrupt would close it.
  static MessageDigest of(Path file, Progress progress) throws IOException {
    MessageDigest digest = fresh();
    byte[] piece = new byte[PIECE];
    try (var in = new FileInputStream(file.toFile())) {
      long total = in.getChannel().size();
      long done = 0;
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
        done += read;
        Cancelled.check();
        progress.at("model.counting", Math.min(done, total), total);
      }
    }
    return digest;
  }
}
