package luotuo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;
import luotuo.persona.Personas;

/// Personas that were read, for as long as their files stay as they are.
///
/// Finding and reading one takes tens of milliseconds. So within a second nothing is looked at
/// again, and after it only what the files are called, how large they are and when they were
/// written.
final class Cast {
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  private final Personas personas;
  private final Kept<String, Seen> seen = new Kept<>();

  Cast(Personas personas) {
    this.personas = personas;
  }

  /// @param at when its files were looked at, in [System#nanoTime]
  private record Seen(Persona persona, Path folder, List<String> files, long at) {
    boolean isFresh() {
      return System.nanoTime() - at < TRUSTED.toNanos();
    }

    Seen again() {
      return new Seen(persona, folder, files, System.nanoTime());
    }
  }

  Persona get(String nameOrAlias) {
    return seen.get(nameOrAlias, Seen::isFresh, old -> look(nameOrAlias, old)).persona();
  }

  private Seen look(String nameOrAlias, Optional<Seen> old) {
    Path folder = personas.named(nameOrAlias).path();
    List<String> files = files(folder);
    return old.filter(seen -> seen.folder().equals(folder) && seen.files().equals(files))
        .map(Seen::again)
        .orElseGet(() -> new Seen(PersonaFolder.read(folder), folder, files, System.nanoTime()));
  }

  private static List<String> files(Path folder) {
    List<String> files = new ArrayList<>();
    try (var all = Files.walk(folder, 2)) {
      for (Path file : all.sorted().toList()) {
        files.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
    } catch (IOException | UncheckedIOException e) {
      return List.of(e.toString()); // a file came or went meanwhile: it is looked at again
    }
    return files;
  }

  /// Something was changed in this program.
  void changed() {
    seen.forgetAll();
  }
}
