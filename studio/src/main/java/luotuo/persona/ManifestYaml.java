package luotuo.persona;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.json.Yaml;
import org.jspecify.annotations.Nullable;

/// `persona.yaml` as the YAML room binds it: a missing key is null.
record ManifestYaml(
    @Nullable String name,
    @Nullable List<String> aliases,
    @Nullable String language,
    @Nullable String scope,
    @Nullable String profile,
    @Nullable String greeting,
    @Nullable List<String> questions,
    @Nullable List<String> outOfScope,
    @Nullable Map<String, List<String>> evasions,
    @Nullable Map<String, List<String>> smallTalk,
    @Nullable Double declineBelow,
    @Nullable List<Provenance> sources) {

  private static final Pattern NOT_TEXT = Pattern.compile("[\\u0085\\u2028\\u2029\\uFEFF]");

  Manifest manifest() {
    return new Manifest(
        Optional.ofNullable(name).map(String::strip).filter(text -> !text.isEmpty()),
        orNone(aliases),
        Optional.ofNullable(language).map(text -> Language.valueOf(upper(text))),
        Optional.ofNullable(scope).map(text -> Scope.valueOf(upper(text))),
        orEmpty(profile),
        orEmpty(greeting),
        orNone(questions),
        orNone(outOfScope),
        evasions == null ? Map.of() : evasions,
        smallTalk == null ? Map.of() : smallTalk,
        declineBelow == null ? OptionalDouble.empty() : OptionalDouble.of(declineBelow),
        orNone(sources));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> orNone(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }

  private static String upper(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  /// The text of a manifest, in the order of its keys and without what is empty. Some rare texts do
  /// not come back from plain YAML as they were (a single `~` is nothing there); then it is written
  /// as JSON, which is YAML too, and quotes everything.
  static String write(Manifest manifest) {
    Map<String, Object> keys = keys(manifest);
    String plain = clean(Yaml.write(keys));
    return isRead(plain, manifest) ? plain : clean(Json.writePretty(keys)) + "\n";
  }

  /// Four rare characters end a line in YAML, or begin a file; they become spaces.
  private static String clean(String yaml) {
    return NOT_TEXT.matcher(yaml).replaceAll(" ");
  }

  private static boolean isRead(String yaml, Manifest manifest) {
    try {
      return ManifestReader.read(Path.of(Manifest.FILE), yaml).equals(manifest);
    } catch (Failure e) {
      return false;
    }
  }

  private static Map<String, Object> keys(Manifest manifest) {
    Map<String, Object> keys = new LinkedHashMap<>();
    manifest.name().ifPresent(name -> keys.put("name", name));
    keys.put("aliases", manifest.aliases());
    manifest.language().ifPresent(language -> keys.put("language", lower(language)));
    manifest.scope().ifPresent(scope -> keys.put("scope", lower(scope)));
    keys.put("profile", manifest.profile());
    keys.put("greeting", manifest.greeting());
    keys.put("questions", manifest.questions());
    keys.put("outOfScope", manifest.outOfScope());
    keys.put("evasions", manifest.evasions());
    keys.put("smallTalk", manifest.smallTalk());
    manifest.declineBelow().ifPresent(score -> keys.put("declineBelow", score));
    keys.put("sources", manifest.sources());
    keys.values().removeIf(ManifestYaml::isEmpty);
    return keys;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isEmpty(Object value) {
    return switch (value) {
      case String text -> text.isEmpty();
      case List<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }
}
