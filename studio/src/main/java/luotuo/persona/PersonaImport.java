package luotuo.persona;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.corpus.Options;
import luotuo.corpus.Scene;
import luotuo.corpus.Speakers;
import luotuo.corpus.Transcript;
import luotuo.corpus.Transcripts;
import luotuo.corpus.Turn;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.store.AtomicFolder;
import luotuo.store.FolderName;
import luotuo.store.Workspace;

/// A transcript becomes a persona in the workspace, whole or not at all.
public final class PersonaImport {
  private static final int QUESTIONS = 5;

  private final Workspace workspace;
  private final Progress progress;

  public PersonaImport(Workspace workspace) {
    this(workspace, Progress.SILENT);
  }

  public PersonaImport(Workspace workspace, Progress progress) {
    this.workspace = workspace;
    this.progress = progress;
  }

  /// @param source a file or a folder
  /// @throws Failure `persona.exists` if another source has this name, `persona.nameless`, or what
  ///   [Transcripts#read] throws
  public Imported importFrom(Path source, ImportRequest request) {
    Path place = source.toAbsolutePath().normalize();
    Transcript transcript = Transcripts.read(place, options(request));
    Optional<Persona> written =
        isPersonaFolder(place) ? Optional.of(PersonaFolder.read(place)) : Optional.empty();
    List<Scene> scenes = written.map(Persona::scenes).orElse(transcript.scenes());
    Casting casting =
        Casting.of(place, scenes, request, written.map(Persona::names).orElse(List.of()));
    Persona persona =
        persona(casting, request, written.orElseGet(() -> read(casting.name(), transcript)));
    Provenance origin =
        new Provenance(
            String.valueOf(place.getFileName()), Fingerprint.of(place), transcript.form());
    Path target = existing(persona.name()).orElseGet(() -> place(persona.name()));
    Imported.Outcome outcome = store(target, persona, origin, request);
    return imported(transcript, casting, outcome, origin, questions(target), target);
  }

  private static List<String> questions(Path target) {
    return AtomicFolder.read(target, PersonaFolder::manifest).questions();
  }

  private static Options options(ImportRequest request) {
    Options options = Options.DEFAULT.withCharacter(request.name().orElse(""));
    return request.form().map(options::withForm).orElse(options);
  }

  private static boolean isPersonaFolder(Path source) {
    return Files.isRegularFile(source.resolve(Manifest.FILE));
  }

  private static Persona read(String name, Transcript transcript) {
    boolean talk =
        transcript.scenes().stream()
            .flatMap(s -> s.turns().stream())
            .anyMatch(Turn.Said.class::isInstance);
    Scope scope = talk && !transcript.form().equals("interview") ? Scope.PLAY : Scope.FACTS;
    Language language = PersonaReading.language(transcript.scenes(), transcript.instructions());
    return Persona.of(name, language, scope, transcript.scenes())
        .withInstructions(transcript.instructions());
  }

  private static Persona persona(Casting casting, ImportRequest request, Persona read) {
    Persona persona =
        read.withName(casting.name())
            .withAliases(casting.aliases())
            .withScope(request.scope().orElse(read.scope()))
            .withLanguage(request.language().orElse(read.language()))
            .withScenes(SceneNames.settled(read.scenes()));
    return persona.withQuestions(Questions.propose(persona, QUESTIONS));
  }

  private Imported.Outcome store(
      Path target, Persona persona, Provenance origin, ImportRequest request) {
    if (!Files.exists(target) && create(target, persona, origin)) {
      return Imported.Outcome.CREATED;
    }
    return switch (request.mode()) {
      case REPLACE -> replace(target, persona, origin);
      case MERGE -> new PersonaMerge(target, progress).with(persona, origin);
      case NEW -> new SameAgain(target, origin).with(request);
    };
  }

  /// @return false where another process has just taken the place
  private boolean create(Path target, Persona persona, Provenance origin) {
    workspace.ready(workspace.personas());
    return AtomicFolder.create(target, PersonaFolder.filler(persona, List.of(origin), progress));
  }

  private Imported.Outcome replace(Path target, Persona persona, Provenance origin) {
    AtomicFolder.replace(target, PersonaFolder.filler(persona, List.of(origin), progress));
    return Imported.Outcome.REPLACED;
  }

  private Path place(String name) {
    return workspace.personas().resolve(FolderName.of(name));
  }

  /// The folder of a persona whose name is written alike.
  private Optional<Path> existing(String name) {
    String key = Names.key(name);
    return Personas.in(workspace.personas(), Found.Place.WORKSPACE).stream()
        .filter(found -> found.isNamed(key))
        .map(Found::path)
        .findFirst();
  }

  private Imported imported(
      Transcript transcript,
      Casting casting,
      Imported.Outcome outcome,
      Provenance origin,
      List<String> questions,
      Path target) {
    Map<String, String> proposed =
        new LinkedHashMap<>(Speakers.proposeAliases(transcript.scenes(), casting.name()));
    proposed.keySet().removeAll(casting.aliases());
    return new Imported(
        casting.name(),
        outcome,
        origin,
        Counts.of(transcript.scenes()),
        Speakers.count(transcript.scenes()),
        proposed,
        transcript.lines(),
        transcript.reports(),
        casting.note(),
        questions,
        target);
  }
}
