package luotuo.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.corpus.Options;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Transcript;
import luotuo.corpus.Transcripts;
import luotuo.corpus.Turn;
import luotuo.json.MalformedException;
import luotuo.store.Hash;

/// Reads one persona folder.
final class PersonaReading {
  private static final int ENOUGH = 100_000;

  /// What was imported must be read again, however much it was.
  private static final Options OPTIONS =
      Options.DEFAULT.withForm("chatharuhi").withLimits(1L << 31, 1L << 40, Integer.MAX_VALUE);

  private final Path folder;
  private final Map<String, List<Source>> origins = new HashMap<>();

  private PersonaReading(Path folder) {
    this.folder = folder;
  }

  static Persona read(Path folder) throws IOException {
    return new PersonaReading(folder).read();
  }

  private Persona read() throws IOException {
    Manifest manifest = PersonaFolder.manifest(folder);
    String name = manifest.name().orElse(String.valueOf(folder.getFileName()));
    if (SceneFiles.of(folder).isEmpty()) {
      Optional<String> instructions =
          PersonaFolder.textOf(folder.resolve(PersonaFolder.INSTRUCTIONS));
      return persona(manifest, name, instructions.orElse("").strip(), List.of());
    }
    readOrigins();
    Transcript transcript = Transcripts.read(folder, OPTIONS.withCharacter(name));
    return persona(manifest, name, transcript.instructions(), scenes(transcript));
  }

  private Persona persona(Manifest manifest, String name, String instructions, List<Scene> scenes) {
    return new Persona(
        name,
        manifest.aliases(),
        manifest.language().orElseGet(() -> language(scenes, instructions)),
        manifest.scope().orElse(Scope.PLAY),
        manifest.profile(),
        instructions,
        manifest.greeting(),
        manifest.questions(),
        manifest.outOfScope(),
        manifest.evasions(),
        manifest.smallTalk(),
        PersonaFolder.textOf(folder.resolve(Wordings.FILE))
            .map(Wordings::read)
            .orElse(Wordings.NONE),
        manifest.declineBelow(),
        scenes);
  }

  static Language language(List<Scene> scenes, String otherwise) {
    StringBuilder text = new StringBuilder();
    for (Scene scene : scenes) {
      if (text.length() < ENOUGH) {
        scene.turns().forEach(turn -> text.append(turn.text()).append('\n'));
      }
    }
    return Language.of(text.isEmpty() ? otherwise : text.toString());
  }

  /// Keeps the original lines of the scene files that nobody has edited since they were written.
  private void readOrigins() {
    Path file = folder.resolve(SceneSources.FILE);
    Optional<String> text = PersonaFolder.textOf(file);
    if (text.isEmpty()) {
      return;
    }
    try {
      SceneSources.read(text.get()).values().forEach(this::keepIfUnedited);
    } catch (MalformedException e) {
      throw Malformed.in(file, e);
    }
  }

  private void keepIfUnedited(SceneSources scene) {
    Path file = folder.resolve(SceneFiles.FOLDER).resolve(scene.file());
    if (Files.exists(file) && Hash.sha256(file).equals(scene.sha256())) {
      origins.put(SceneFiles.FOLDER + "/" + scene.file(), scene.sources());
    }
  }

  private List<Scene> scenes(Transcript transcript) {
    Path file = folder.resolve(RestsOn.FILE);
    RestsOn restsOn =
        PersonaFolder.textOf(file).map(text -> RestsOn.read(file, text)).orElse(RestsOn.NOTHING);
    List<Scene> scenes = new ArrayList<>();
    for (Scene scene : transcript.scenes()) {
      List<Turn> turns = scene.turns().stream().map(this::withOrigin).toList();
      scenes.add(new Scene(scene.id(), scene.order(), turns, restsOn.of(scene.id())));
    }
    return scenes;
  }

  private Turn withOrigin(Turn turn) {
    Source at = origin(turn.source());
    return switch (turn) {
      case Turn.Said said -> new Turn.Said(said.speaker(), said.text(), at);
      case Turn.Did did -> new Turn.Did(did.speaker(), did.text(), at);
      case Turn.Narrated told -> new Turn.Narrated(told.text(), at);
      case Turn.Passage passage -> new Turn.Passage(passage.text(), at);
    };
  }

  /// A file that was written here has no blank line, so its lines and its turns' origins go along.
  private Source origin(Source at) {
    List<Source> lines = origins.getOrDefault(at.file(), List.of());
    return at.line() <= lines.size() ? lines.get(at.line() - 1) : at;
  }
}
