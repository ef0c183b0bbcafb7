package luotuo.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files of a persona folder, as they are, in another folder; what else lies there stays.
final class PersonaCopy {
  private PersonaCopy() {}

  /// @param empty the folder to fill; the manifest last
  static void fill(Path from, Path empty) throws IOException {
    Path texts = Files.createDirectory(empty.resolve(SceneFiles.FOLDER));
    for (Path scene : SceneFiles.of(from)) {
      Files.copy(scene, texts.resolve(scene.getFileName()));
    }
    for (String file :
        List.of(PersonaFolder.INSTRUCTIONS, RestsOn.FILE, Wordings.FILE, SceneSources.FILE)) {
      copy(from, empty, file);
    }
    copy(from, empty, Manifest.FILE);
    if (!Files.exists(empty.resolve(Manifest.FILE))) {
      Persona persona = PersonaFolder.read(from);
      Files.writeString(
          empty.resolve(Manifest.FILE), ManifestYaml.write(Manifest.of(persona, List.of())));
    }
  }

  private static void copy(Path from, Path to, String file) throws IOException {
    if (Files.isRegularFile(from.resolve(file))) {
      Files.copy(from.resolve(file), to.resolve(file));
    }
  }
}
