package luotuo.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import luotuo.job.Failure;
import luotuo.persona.ImportRequest;
import luotuo.persona.Imported;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;
import luotuo.persona.Personas;

/// Whom a user means by a name, or by the path of a persona folder or of a transcript.
final class Whom {
  private static final String MANIFEST = "persona.yaml";

  private final Session session;

  Whom(Session session) {
    this.session = session;
  }

  /// A persona to talk to; a transcript is imported first.
  ///
  /// @param name the persona's name where a transcript is given
  Persona toTalkTo(String nameOrFile, Optional<String> name) {
    Optional<Path> path = path(nameOrFile).filter(Files::exists);
    if (isPath(nameOrFile)) {
      return at(path.orElseThrow(() -> Failure.of("file.missing", nameOrFile)), name);
    }
    Personas personas = session.studio().personas();
    try {
      var found = personas.find(nameOrFile);
      return switch (found.place()) {
        case FOLDER -> at(found.path(), name);
        case WORKSPACE, HERE, SHIPPED -> PersonaFolder.read(found.path());
      };
    } catch (Failure e) {
      return at(path.filter(_ -> isUnknown(e)).orElseThrow(() -> e), name);
    }
  }

  /// All of these, if each of them is the name of a persona that is there; otherwise none.
  List<Persona> allNamed(String first, List<String> others) {
    if (others.isEmpty()) {
      return List.of();
    }
    Personas personas = session.studio().personas();
    Map<String, Persona> named = new LinkedHashMap<>();
    try {
      for (String name : Stream.concat(Stream.of(first), others.stream()).toList()) {
        Persona persona = personas.read(name);
        named.put(persona.name(), persona);
      }
    } catch (Failure e) {
      if (isUnknown(e)) {
        return List.of();
      }
      throw e;
    }
    return List.copyOf(named.values());
  }

  private static boolean isUnknown(Failure e) {
    return e.problem().key().matches("persona\\.(unknown|none).*");
  }

  private Persona at(Path path, Optional<String> name) {
    if (Files.isRegularFile(path.resolve(MANIFEST))) {
      return PersonaFolder.read(path);
    }
    ImportRequest plain = ImportRequest.plain();
    ImportRequest request = name.map(plain::withName).orElse(plain);
    Imported imported = session.studio().workshop().importFrom(path.toString(), request);
    boolean isNews = imported.outcome() != Imported.Outcome.UNCHANGED;
    if (isNews && !session.json()) {
      new ImportText(session.messages()).summary(imported).forEach(session::remark);
    }
    return PersonaFolder.read(imported.path());
  }

  /// What can be no name.
  private static boolean isPath(String text) {
    return text.contains("/") || text.contains("\\") || text.matches("(?i).+\\.(txt|md|markdown)");
  }

  private Optional<Path> path(String text) {
    try {
      return Optional.of(session.settings().here().resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
