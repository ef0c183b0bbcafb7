package luotuo.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The collected corpora beside the project, where they are there.
final class Shared {
  private Shared() {}

  /// Skips the test that asks where there is no such file or folder.
  static Path path(String below) {
    String root = System.getProperty("luotuo.root", "..");
    Path path = Path.of(root).resolve("../shared").resolve(below).normalize();
    Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
    return path;
  }

  /// The folders of ChatHaruhi.
  static List<Path> chatHaruhi() {
    try (Stream<Path> folders = Files.list(path("corpora/chatharuhi"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
