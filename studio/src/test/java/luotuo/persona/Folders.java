package luotuo.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Writes small folders for tests, and finds the real ones.
final class Folders {
  private Folders() {}

  static Path write(Path file, String text) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A ChatHaruhi folder of two scenes in which a name speaks.
  static Path chatHaruhi(Path folder, String name) {
    write(folder.resolve("system_prompt.txt"), "你在扮演" + name + "。\n");
    write(
        folder.resolve("texts/text_2.txt"),
        "掌柜:「你平时都做些什么呢？」\n" + name + ":「扫地，擦桌子，等着下雨。」\n旁白:天黑了。\n");
    write(folder.resolve("texts/text_10.txt"), "客人:「酒呢？」\n" + name + ":「在路上。」\n");
    return folder;
  }

  static Path projectRoot() {
    return Path.of(System.getProperty("luotuo.root", ".."));
  }

  /// Skips the test that asks where there is no such file or folder.
  static Path shared(String below) {
    Path path = projectRoot().resolve("../shared").resolve(below).normalize();
    Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path);
    return path;
  }

  static List<Path> in(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The names in a folder, without those of locks.
  static List<String> names(Path folder) {
    return in(folder).stream()
        .map(path -> path.getFileName().toString())
        .filter(name -> !name.equals(".~lock"))
        .toList();
  }
}
