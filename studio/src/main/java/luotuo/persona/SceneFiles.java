package luotuo.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The files of a persona folder that hold its scenes.
final class SceneFiles {
  static final String FOLDER = "texts";
  static final String ENDING = ".txt";

  private SceneFiles() {}

  /// In no particular order; which file comes first in the story is for the corpus to say.
  static List<Path> of(Path persona) throws IOException {
    Path texts = persona.resolve(FOLDER);
    if (!Files.isDirectory(texts)) {
      return List.of();
    }
    try (var files = Files.list(texts)) {
      return files.filter(SceneFiles::isScene).toList();
    }
  }

  /// What the corpus reads in such a folder.
  static boolean isScene(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean text = name.endsWith(ENDING) || name.endsWith(".md");
    return text && !name.startsWith(".") && Files.isRegularFile(file);
  }
}
