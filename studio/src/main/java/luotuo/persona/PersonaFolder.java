package luotuo.persona;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.job.Failure;
import luotuo.job.Progress;
import luotuo.store.AtomicFile;
import luotuo.store.AtomicFolder;
import luotuo.store.FileFailure;

/// A persona as a folder: `persona.yaml`, `system_prompt.txt`, and a scene a file in `texts/`. A
/// ChatHaruhi folder, which has no `persona.yaml`, is one too.
public final class PersonaFolder {
  static final String INSTRUCTIONS = "system_prompt.txt";
  static final String TESTS = "tests.yaml";
  private static final Pattern DECLINE_BELOW = Pattern.compile("(?m)^declineBelow\\s*:.*$");

  private PersonaFolder() {}

  /// @throws luotuo.job.Failure `persona.yaml.*` or `persona.malformed` with file and line,
  ///   `file.missing`
  public static Persona read(Path folder) {
    return AtomicFolder.read(folder, PersonaReading::read);
  }

  /// What the scenes of a folder were imported from.
  public static List<Provenance> sources(Path folder) {
    return AtomicFolder.read(folder, whole -> manifest(whole).sources());
  }

  /// Writes all of a persona.
  static AtomicFolder.Filler filler(Persona persona, List<Provenance> sources, Progress progress) {
    return empty -> new PersonaWriting(empty, progress).write(persona, sources);
  }

  /// Fills a folder with the first picture and the first file of tests that there are, and then
  /// with all else.
  ///
  /// @param folders in which they may be, best first
  static AtomicFolder.Filler accompanied(List<Path> folders, AtomicFolder.Filler rest) {
    return empty -> {
      Optional<Portrait> portrait =
          folders.stream().flatMap(folder -> Portrait.in(folder).stream()).findFirst();
      if (portrait.isPresent()) {
        portrait.get().copyTo(empty);
      }
      Optional<Path> tests = folders.stream().flatMap(folder -> tests(folder).stream()).findFirst();
      if (tests.isPresent()) {
        Files.copy(tests.get(), empty.resolve(TESTS));
      }
      rest.fill(empty);
    };
  }

  /// The file of a persona's tests, where there is one; a link to elsewhere is none.
  public static Optional<Path> tests(Path folder) {
    Path file = folder.resolve(TESTS);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(file)
        : Optional.empty();
  }

  /// Notes the score under which the persona declines, and leaves all else in `persona.yaml` as
  /// somebody may have written it.
  public static void setDeclineBelow(Path folder, double score) {
    Path file = folder.resolve(Manifest.FILE);
    Manifest wanted = manifest(folder).withDeclineBelow(score);
    String edited = edited(textOf(file).orElse(""), "declineBelow: " + score);
    AtomicFile.write(file, says(edited, wanted) ? edited : ManifestYaml.write(wanted));
  }

  private static String edited(String text, String line) {
    Matcher old = DECLINE_BELOW.matcher(text);
    String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    return old.find() ? old.replaceFirst(line) : text + separator + line + "\n";
  }

  private static boolean says(String text, Manifest wanted) {
    try {
      return ManifestReader.read(Path.of(Manifest.FILE), text).equals(wanted);
    } catch (Failure e) {
      return false;
    }
  }

  /// Changes a persona where it is. Its scenes stay, and so does what it was imported from.
  public static Persona change(Path folder, PersonaChanges changes) {
    Persona old = read(folder);
    Persona changed = changes.of(old);
    if (!changed.instructions().equals(old.instructions())) {
      AtomicFile.write(folder.resolve(INSTRUCTIONS), changed.instructions());
    }
    if (!changed.equals(old)) {
      String text = ManifestYaml.write(Manifest.of(changed, sources(folder)));
      AtomicFile.write(folder.resolve(Manifest.FILE), text);
    }
    return changed;
  }

  static Manifest manifest(Path folder) {
    Path file = folder.resolve(Manifest.FILE);
    return textOf(file).map(text -> ManifestReader.read(file, text)).orElse(Manifest.NONE);
  }

  /// The text of a file, where there is one.
  static Optional<String> textOf(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(withoutMark(Files.readString(file, StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /// Some editors begin a file with a byte order mark.
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
