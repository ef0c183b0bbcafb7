package luotuo.model.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import luotuo.job.Failure;
import luotuo.store.FileFailure;

/// How a GGUF file begins; more of it is the engine's business.
final class Gguf {
  private static final byte[] MAGIC = "GGUF".getBytes(StandardCharsets.US_ASCII);

  private Gguf() {}

  /// @throws Failure `model.notGguf` if the file begins otherwise
  static void check(Path file) {
    if (!begins(file)) {
      throw Failure.of("model.notGguf", file);
    }
  }

  static boolean begins(Path file) {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }
}
