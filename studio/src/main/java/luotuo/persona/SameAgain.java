package luotuo.persona;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import luotuo.job.Failure;
import luotuo.store.AtomicFile;

/// An import under a name that is taken: of the same source, it changes nothing, or only what was
/// asked for beside the scenes; another source needs to be told what to do.
final class SameAgain {
  private final Path target;
  private final Provenance origin;

  SameAgain(Path target, Provenance origin) {
    this.target = target;
    this.origin = origin;
  }

  Imported.Outcome with(ImportRequest request) {
    Persona old = PersonaFolder.read(target);
    List<Provenance> sources = PersonaFolder.sources(target);
    if (sources.stream().noneMatch(source -> isSame(source, request))) {
      throw Failure.of("persona.exists", old.name(), target);
    }
    Persona asked = asked(old, request);
    if (asked.equals(old)) {
      return Imported.Outcome.UNCHANGED;
    }
    AtomicFile.write(
        target.resolve(Manifest.FILE), ManifestYaml.write(Manifest.of(asked, sources)));
    return Imported.Outcome.REPLACED;
  }

  private boolean isSame(Provenance source, ImportRequest request) {
    return source.sha256().equals(origin.sha256())
        && request.form().map(source.form()::equals).orElse(true);
  }

  private static Persona asked(Persona old, ImportRequest request) {
    Set<String> aliases = new LinkedHashSet<>(old.aliases());
    aliases.addAll(request.aliases());
    return old.withAliases(List.copyOf(aliases))
        .withScope(request.scope().orElse(old.scope()))
        .withLanguage(request.language().orElse(old.language()));
  }
}
