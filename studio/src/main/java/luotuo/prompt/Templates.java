package luotuo.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import luotuo.job.Failure;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// The words round what goes into a prompt, in one language: those that ship, and in their place
/// those that a user wrote.
///
/// A user's are files of the same names (`rules-play.txt` …) in a folder named by the language,
/// `zh` or `en`.
public final class Templates {
  private static final Map<String, Set<String>> PLACES =
      Map.ofEntries(
          Map.entry("persona", Set.of("name", "instructions", "profile", "rules")),
          Map.entry("instructions", Set.of("name")),
          Map.entry("rules-facts", Set.of("name")),
          Map.entry("rules-play", Set.of("name")),
          Map.entry("scenes-facts", Set.of("name", "scenes")),
          Map.entry("scenes-play", Set.of("name", "scenes")),
          Map.entry("cite", Set.of("name")),
          Map.entry("memories", Set.of("name", "memories")),
          Map.entry("summary", Set.of("name", "summary")),
          Map.entry("question", Set.of("name", "said")),
          Map.entry("said", Set.of("name", "asker", "words")),
          Map.entry("summarise", Set.of("name", "summary", "talk")));
  private static final long MOST_BYTES = 1 << 20;

  private final Map<String, Template> templates;

  private Templates(Map<String, Template> templates) {
    this.templates = Map.copyOf(templates);
  }

  /// Those that ship.
  public static Templates shipped(Language language) {
    Map<String, Template> templates = new HashMap<>();
    PLACES.forEach((name, places) -> templates.put(name, shipped(language, name).checked(places)));
    return new Templates(templates);
  }

  /// @param own the folder with a user's own; it need not be there
  /// @throws Failure `template.file`, `template.name` or `template.unclosed`, naming file and line
  public static Templates of(Language language, Path own) {
    Map<String, Template> templates = new HashMap<>(shipped(language).templates);
    Path folder = own.resolve(code(language));
    if (Files.isDirectory(folder)) {
      files(folder).forEach(file -> templates.put(name(file), read(file)));
    }
    return new Templates(templates);
  }

  /// What a model is asked so that it sums up a part of a talk.
  public String summarise(Persona persona, String summary, String talk) {
    return new Wording(persona, this).summarise(summary, talk);
  }

  /// @param values by the names of places; a missing one is empty
  String fill(String name, Map<String, String> values) {
    return Objects.requireNonNull(templates.get(name), name).fill(values);
  }

  private static String code(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  private static Template shipped(Language language, String name) {
    String place = code(language) + "/" + name + ".txt";
    try (InputStream in = Templates.class.getResourceAsStream(place)) {
      byte[] bytes = Objects.requireNonNull(in, place).readAllBytes();
      return new Template(place, new String(bytes, UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(place, e);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder.toString(), e);
    }
  }

  private static Template read(Path file) {
    Set<String> places = PLACES.get(name(file));
    if (places == null) {
      String known = String.join(", ", PLACES.keySet().stream().sorted().toList());
      throw Failure.of("template.file", file, known);
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw Failure.of("template.large", file, MOST_BYTES >> 20);
      }
      return new Template(file.toString(), Files.readString(file).strip()).checked(places);
    } catch (CharacterCodingException e) {
      throw Failure.of("file.notText", file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.txt$", "");
  }
}
