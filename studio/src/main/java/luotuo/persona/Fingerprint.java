package luotuo.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import luotuo.store.FileFailure;
import luotuo.store.Hash;

/// The content of an import's source as one hash: of a folder, only the files that are read.
final class Fingerprint {
  private static final Set<String> READ = Set.of("txt", "md", "yaml", "jsonl");

  private Fingerprint() {}

  static String of(Path source) {
    if (!Files.isDirectory(source)) {
      return Hash.sha256(source);
    }
    List<Path> files = new ArrayList<>();
    try {
      addFiles(source, files);
      addFiles(source.resolve(SceneFiles.FOLDER), files);
    } catch (IOException e) {
      throw FileFailure.reading(source, e);
    }
    return Hash.sha256(source, files);
  }

  private static void addFiles(Path folder, List<Path> to) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        files.filter(Fingerprint::isRead).forEach(to::add);
      }
    }
  }

  private static boolean isRead(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return READ.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }
}
