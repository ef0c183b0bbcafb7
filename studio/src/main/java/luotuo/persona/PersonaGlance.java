package luotuo.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.store.AtomicFolder;

/// What can be said of a persona folder without reading its scenes.
final class PersonaGlance {
  private static final int MOST_BYTES = 4000;

  private PersonaGlance() {}

  /// Whether a folder is one of ours, or ChatHaruhi's.
  static boolean isPersona(Path folder) {
    AtomicFolder.settle(folder);
    return Files.isRegularFile(folder.resolve(Manifest.FILE)) || hasTexts(folder);
  }

  private static boolean hasTexts(Path folder) {
    try {
      return !SceneFiles.of(folder).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  static Found at(Path folder, Found.Place place) {
    return AtomicFolder.read(folder, whole -> glance(whole, place));
  }

  private static Found glance(Path folder, Found.Place place) throws IOException {
    List<Path> scenes = SceneFiles.of(folder);
    Manifest manifest = Manifest.NONE;
    Optional<Problem> problem = Optional.empty();
    try {
      manifest = PersonaFolder.manifest(folder);
    } catch (Failure e) {
      problem = Optional.of(e.problem());
    }
    return new Found(
        manifest.name().orElse(String.valueOf(folder.getFileName())),
        manifest.aliases(),
        place,
        folder,
        language(manifest, folder, scenes),
        manifest.scope().orElse(Scope.PLAY),
        scenes.size(),
        manifest.greeting(),
        manifest.questions(),
        Portrait.in(folder),
        false,
        problem);
  }

  private static Language language(Manifest manifest, Path folder, List<Path> scenes)
      throws IOException {
    if (manifest.language().isPresent()) {
      return manifest.language().get();
    }
    Path instructions = folder.resolve(PersonaFolder.INSTRUCTIONS);
    String text = Files.isRegularFile(instructions) ? beginning(instructions) : "";
    for (Path scene : scenes.subList(0, Math.min(3, scenes.size()))) {
      text += beginning(scene);
    }
    return Language.of(text);
  }

  private static String beginning(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
