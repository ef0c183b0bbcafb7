package luotuo.persona;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.store.AtomicFolder;
import luotuo.store.FileFailure;

/// A persona as a folder of the user's choice, which other programs read as a ChatHaruhi folder.
public final class PersonaExport {
  private static final Set<String> OURS = ours();

  private PersonaExport() {}

  private static Set<String> ours() {
    Set<String> ours = new HashSet<>(Portrait.files());
    ours.addAll(
        List.of(
            Manifest.FILE,
            PersonaFolder.INSTRUCTIONS,
            SceneFiles.FOLDER,
            PersonaFolder.TESTS,
            RestsOn.FILE,
            Wordings.FILE,
            SceneSources.FILE));
    return ours;
  }

  /// @param folder the persona's
  /// @param overwrite whether a persona folder that is there already may be replaced
  /// @throws Failure `export.exists`, or `export.foreign` for a folder that holds anything else,
  ///   which is never replaced
  public static Persona to(Path target, Path folder, boolean overwrite) {
    Path place = target.toAbsolutePath().normalize();
    try {
      check(place, overwrite);
      if (place.getParent() != null) {
        Files.createDirectories(place.getParent());
      }
    } catch (IOException e) {
      throw FileFailure.writing(place, e);
    }
    Persona persona = PersonaFolder.read(folder);
    List<Provenance> sources = PersonaFolder.sources(folder);
    AtomicFolder.Filler filler = PersonaFolder.filler(persona, sources, Progress.SILENT);
    AtomicFolder.replace(place, PersonaFolder.accompanied(List.of(folder), filler));
    return persona;
  }

  private static void check(Path place, boolean overwrite) throws IOException {
    if (place.getParent() == null) {
      throw Failure.of("export.foreign", place, place);
    }
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw Failure.of("file.exists", place);
    }
    Optional<Path> foreign = foreign(place);
    if (foreign.isPresent()) {
      throw Failure.of("export.foreign", place, foreign.get().getFileName());
    }
    if (!overwrite && !isEmpty(place)) {
      throw Failure.of("export.exists", place);
    }
  }

  /// Something in a folder that no persona folder has.
  private static Optional<Path> foreign(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      Optional<Path> foreign =
          entries.filter(entry -> !OURS.contains(String.valueOf(entry.getFileName()))).findFirst();
      if (foreign.isPresent()) {
        return foreign;
      }
    }
    Path texts = folder.resolve(SceneFiles.FOLDER);
    if (!Files.isDirectory(texts)) {
      return Optional.empty();
    }
    try (var entries = Files.list(texts)) {
      return entries.filter(entry -> !SceneFiles.isScene(entry)).findFirst();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findFirst().isEmpty();
    }
  }
}
