package luotuo.persona;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luotuo.corpus.Scene;
import luotuo.corpus.SceneText;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.json.Json;
import luotuo.store.AtomicFile;
import luotuo.store.Hash;

/// Fills an empty folder with a persona, the manifest last. One scene after the other, so that it
/// takes no more memory than the persona itself.
///
/// Scene files are not forced to the disk one by one: a killed process loses nothing by that, and
/// after a power cut an import can be repeated from its source.
final class PersonaWriting {
  private static final int OFTEN = 1000;

  private final Path folder;
  private final Progress progress;

  PersonaWriting(Path folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  void write(Persona persona, List<Provenance> sources) throws IOException {
    List<Scene> scenes = SceneNames.settled(persona.scenes());
    writeScenes(scenes);
    if (!persona.instructions().isEmpty()) {
      Files.write(folder.resolve(PersonaFolder.INSTRUCTIONS), utf8(persona.instructions()));
    }
    Optional<String> restsOn = RestsOn.write(scenes);
    if (restsOn.isPresent()) {
      Files.writeString(folder.resolve(RestsOn.FILE), restsOn.get());
    }
    Optional<String> asked = persona.wordings().write();
    if (asked.isPresent()) {
      Files.write(folder.resolve(Wordings.FILE), utf8(asked.get()));
    }
    AtomicFile.write(
        folder.resolve(Manifest.FILE), ManifestYaml.write(Manifest.of(persona, sources)));
  }

  private void writeScenes(List<Scene> scenes) throws IOException {
    Path texts = Files.createDirectory(folder.resolve(SceneFiles.FOLDER));
    Path origins = folder.resolve(SceneSources.FILE);
    boolean moved = false;
    try (BufferedWriter lines = Files.newBufferedWriter(origins)) {
      for (int i = 0; i < scenes.size(); i++) {
        moved |= writeScene(texts, scenes.get(i), lines);
        if (i % OFTEN == 0) {
          progress.at("import.writing", i, scenes.size());
        }
      }
    }
    if (!moved) {
      Files.delete(origins);
    }
  }

  /// @return whether the scene's turns were read elsewhere than where they are written now
  private static boolean writeScene(Path texts, Scene scene, BufferedWriter origins)
      throws IOException {
    String file = scene.id() + SceneFiles.ENDING;
    byte[] bytes = utf8(text(scene));
    Files.write(texts.resolve(file), bytes);
    List<Source> sources = scene.turns().stream().map(Turn::source).toList();
    if (sources.equals(own(file, sources.size()))) {
      return false;
    }
    origins.write(Json.write(SceneSources.of(file, Hash.sha256(bytes), sources)));
    origins.write('\n');
    return true;
  }

  private static String text(Scene scene) {
    return String.join("\n", SceneText.lines(scene)) + "\n";
  }

  /// Unlike `Files.writeString` it takes half a surrogate pair, which JSON can smuggle in.
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<Source> own(String file, int lines) {
    List<Source> own = new ArrayList<>();
    for (int line = 1; line <= lines; line++) {
      own.add(new Source(SceneFiles.FOLDER + "/" + file, line));
    }
    return own;
  }
}
