package luotuo.persona;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import luotuo.job.Failure;
import luotuo.json.MalformedException;
import luotuo.json.Yaml;
import org.jspecify.annotations.Nullable;

/// Reads `persona.yaml` and says in one sentence what is wrong in it: file, line, key, and what
/// could stand there.
final class ManifestReader {
  /// What may stand under a key.
  private enum Shape {
    TEXT,
    NUMBER,
    LIST,
    LISTS,
    SOURCES
  }

  private static final Map<String, Shape> KEYS =
      Map.ofEntries(
          Map.entry("name", Shape.TEXT),
          Map.entry("aliases", Shape.LIST),
          Map.entry("language", Shape.TEXT),
          Map.entry("scope", Shape.TEXT),
          Map.entry("profile", Shape.TEXT),
          Map.entry("greeting", Shape.TEXT),
          Map.entry("questions", Shape.LIST),
          Map.entry("outOfScope", Shape.LIST),
          Map.entry("evasions", Shape.LISTS),
          Map.entry("smallTalk", Shape.LISTS),
          Map.entry("declineBelow", Shape.NUMBER),
          Map.entry("sources", Shape.SOURCES));

  private static final Set<String> SMALL_TALK =
      Set.of("hello", "who", "ability", "thanks", "bye", "nod", "telling", "puzzled", "long");
  private static final Set<String> SOURCE = Set.of("name", "sha256", "form");

  private final Path file;
  private final String text;

  private ManifestReader(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  static Manifest read(Path file, String text) {
    if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
      return Manifest.NONE;
    }
    return new ManifestReader(file, text).read();
  }

  private Manifest read() {
    try {
      check(Yaml.read(text, Map.class));
      return Yaml.read(text, ManifestYaml.class).manifest();
    } catch (MalformedException e) {
      throw Malformed.in(file, e);
    }
  }

  private void check(Map<?, ?> keys) {
    checkKnown(keys, KEYS.keySet());
    keys.forEach((key, value) -> checkShape(String.valueOf(key), value));
    checkChoice(keys.get("language"), "language", List.of("zh", "en"));
    checkChoice(keys.get("scope"), "scope", List.of("facts", "play"));
    if (keys.get("smallTalk") instanceof Map<?, ?> intents) {
      checkKnown(intents, SMALL_TALK);
    }
  }

  private void checkKnown(Map<?, ?> keys, Set<String> known) {
    for (Object key : keys.keySet()) {
      String name = String.valueOf(key);
      if (!known.contains(name)) {
        String list = String.join(", ", new TreeSet<>(known));
        throw Failure.of("persona.yaml.unknown", file, line(name), name, list);
      }
    }
  }

  private void checkShape(String key, @Nullable Object value) {
    boolean fits =
        value == null
            || switch (KEYS.getOrDefault(key, Shape.TEXT)) {
              case TEXT -> isText(value);
              case NUMBER -> value instanceof Number;
              case LIST -> isTexts(value);
              case LISTS ->
                  value instanceof Map<?, ?> map
                      && map.values().stream().allMatch(ManifestReader::isTexts);
              case SOURCES -> isSources(value);
            };
    if (!fits) {
      String wanted = KEYS.getOrDefault(key, Shape.TEXT).name().toLowerCase(Locale.ROOT);
      throw Failure.of("persona.yaml.shape." + wanted, file, line(key), key);
    }
  }

  private boolean isSources(Object value) {
    if (!(value instanceof List<?> list)) {
      return false;
    }
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> map)) {
        return false;
      }
      checkKnown(map, SOURCE);
      if (map.size() < SOURCE.size() || !map.values().stream().allMatch(ManifestReader::isText)) {
        return false;
      }
    }
    return true;
  }

  private void checkChoice(@Nullable Object value, String key, List<String> choices) {
    if (value == null) {
      return;
    }
    String said = value.toString().strip().toLowerCase(Locale.ROOT);
    if (!choices.contains(said)) {
      String list = String.join(", ", choices);
      throw Failure.of("persona.yaml.choice", file, line(key), key, value, list);
    }
  }

  /// Numbers are texts too: nobody should have to quote the name 007.
  private static boolean isText(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  private static boolean isTexts(@Nullable Object value) {
    return value instanceof List<?> list && list.stream().allMatch(ManifestReader::isText);
  }

  /// The line in which a key stands, from 1.
  private int line(String key) {
    var at =
        Pattern.compile("(?m)^[\\s-]*[\"']?" + Pattern.quote(key) + "[\"']?\\s*:").matcher(text);
    return at.find()
        ? 1 + (int) text.substring(0, at.end()).chars().filter(c -> c == '\n').count()
        : 1;
  }
}
