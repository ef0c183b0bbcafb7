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
    Optional<Persona> written = written(place);
    Casting casting = casting(place, transcript, written, request);
    Persona persona =
        persona(casting, request, written.orElseGet(() -> read(casting.name(), transcript)));
    Provenance origin =
        new Provenance(
            String.valueOf(place.getFileName()), Fingerprint.of(place), transcript.form());
    Path target = existing(persona.name()).orElseGet(() -> place(persona.name()));
    Imported.Outcome outcome = store(target, place, persona, origin, request);
    return imported(transcript, casting, outcome, origin, questions(target), target);
  }

  /// What an import would understand of a source; nothing is written.
  ///
  /// @throws Failure what [Transcripts#read] throws
  public static Understood understand(Path source, ImportRequest request) {
    Path place = source.toAbsolutePath().normalize();
    Transcript transcript = Transcripts.read(place, options(request));
    Optional<Persona> written = written(place);
    List<Scene> scenes = written.map(Persona::scenes).orElse(transcript.scenes());
    boolean nameless = request.name().isEmpty() && Speakers.count(scenes).isEmpty();
    Optional<Casting> casting =
        nameless && written.isEmpty()
            ? Optional.empty()
            : Optional.of(casting(place, transcript, written, request));
    Persona read = written.orElseGet(() -> read("", transcript));
    return new Understood(
        casting.map(Casting::name),
        casting.flatMap(Casting::note),
        casting.map(cast -> proposedAliases(transcript, cast)).orElse(Map.of()),
        request.scope().orElse(read.scope()),
        request.language().orElse(read.language()),
        transcript);
  }

  private static Optional<Persona> written(Path place) {
    return isPersonaFolder(place) ? Optional.of(PersonaFolder.read(place)) : Optional.empty();
  }

  private static Casting casting(
      Path place, Transcript transcript, Optional<Persona> written, ImportRequest request) {
    List<Scene> scenes = written.map(Persona::scenes).orElse(transcript.scenes());
    return Casting.of(place, scenes, request, written.map(Persona::names).orElse(List.of()));
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
      Path target, Path source, Persona persona, Provenance origin, ImportRequest request) {
    AtomicFolder.Filler filler =
        PersonaFolder.accompanied(
            List.of(source, target), PersonaFolder.filler(persona, List.of(origin), progress));
    if (!Files.exists(target) && create(target, filler)) {
      return Imported.Outcome.CREATED;
    }
    return switch (request.mode()) {
      case REPLACE -> {
        AtomicFolder.replace(target, filler);
        yield Imported.Outcome.REPLACED;
      }
      case MERGE -> new PersonaMerge(target, source, progress).with(persona, origin);
      case NEW -> new SameAgain(target, origin).with(request);
    };
  }

  /// @return false where another process has just taken the place
  private boolean create(Path target, AtomicFolder.Filler filler) {
    workspace.ready(workspace.personas());
    return AtomicFolder.create(target, filler);
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
    return new Imported(
        casting.name(),
        outcome,
        origin,
        Counts.of(transcript.scenes()),
        Speakers.count(transcript.scenes()),
        proposedAliases(transcript, casting),
        transcript.lines(),
        transcript.reports(),
        casting.note(),
        questions,
        target);
  }

  private static Map<String, String> proposedAliases(Transcript transcript, Casting casting) {
    Map<String, String> proposed =
        new LinkedHashMap<>(Speakers.proposeAliases(transcript.scenes(), casting.name()));
    proposed.keySet().removeAll(casting.aliases());
    return proposed;
  }
}
