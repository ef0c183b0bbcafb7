package luotuo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.MalformedException;
import luotuo.json.Yaml;
import luotuo.prompt.Preset;
import luotuo.prompt.Shares;
import luotuo.store.FileFailure;
import org.jspecify.annotations.Nullable;

/// The shares of a prompt's parts that a user set, in `shares.yaml` beside the templates: for every
/// preset (`scenes: 0.5`), and under the name of one for that alone. What is not set is as the
/// preset has it.
final class OwnShares {
  static final String FILE = "shares.yaml";

  /// In the order of [Shares].
  private static final List<String> PARTS =
      List.of("persona", "memories", "summary", "scenes", "history");

  private static final List<String> PRESETS = Preset.ALL.stream().map(Preset::name).toList();

  private final Path file;
  private final String text;

  private OwnShares(Path file, String text) {
    this.file = file;
    this.text = text;
  }

  /// @param prompts the folder of a user's templates; it need not be there
  /// @throws Failure `shares.…`, naming file and line
  static Shares over(Preset preset, Path prompts) {
    Path file = prompts.resolve(FILE);
    if (!Files.exists(file)) {
      return preset.shares();
    }
    try {
      return new OwnShares(file, Files.readString(file)).over(preset);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  /// All presets are checked, so that a mistake shows before its preset is used.
  private Shares over(Preset wanted) {
    Map<?, ?> keys = parsed();
    Map<String, Double> everywhere = shares(keys, 0);
    Shares shares = wanted.shares();
    for (Preset preset : Preset.ALL) {
      Map<String, Double> set = new LinkedHashMap<>(everywhere);
      int line = 0;
      if (keys.containsKey(preset.name())) {
        line = Yaml.lineOf(text, preset.name(), 0);
        set.putAll(shares(nested(preset.name(), keys.get(preset.name()), line), line));
      }
      Shares made = made(preset.shares(), set, Math.max(1, line));
      shares = preset.equals(wanted) ? made : shares;
    }
    return shares;
  }

  private Map<?, ?> parsed() {
    if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
      return Map.of();
    }
    try {
      return Yaml.read(text, Map.class);
    } catch (MalformedException e) {
      throw new Failure(Problem.of("shares.malformed", file, Math.max(1, e.line())), e);
    }
  }

  private Map<?, ?> nested(String preset, @Nullable Object value, int line) {
    if (value instanceof Map<?, ?> keys) {
      return keys;
    }
    throw Failure.of("shares.preset", file, line, preset, String.join(", ", PARTS));
  }

  /// @param after the line of the preset that they stand under; 0 where they stand under none
  private Map<String, Double> shares(Map<?, ?> keys, int after) {
    Map<String, Double> shares = new LinkedHashMap<>();
    keys.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (PARTS.contains(name)) {
            shares.put(name, number(name, value, Yaml.lineOf(text, name, after)));
          } else if (after > 0 || !PRESETS.contains(name)) {
            throw unknown(name, after);
          }
        });
    return shares;
  }

  private Failure unknown(String key, int after) {
    String parts = String.join(", ", PARTS);
    int line = Yaml.lineOf(text, key, after);
    return after > 0
        ? Failure.of("shares.part", file, line, key, parts)
        : Failure.of("shares.key", file, line, key, parts, String.join(", ", PRESETS));
  }

  private double number(String key, @Nullable Object value, int line) {
    if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1) {
      return number.doubleValue();
    }
    throw Failure.of("shares.number", file, line, key, String.valueOf(value));
  }

  private Shares made(Shares base, Map<String, Double> set, int line) {
    Map<String, Double> all = new LinkedHashMap<>(values(base));
    all.putAll(set);
    if (PARTS.stream().skip(1).allMatch(part -> all.getOrDefault(part, 0.0) == 0)) {
      throw Failure.of("shares.zero", file, line);
    }
    try {
      return shares(all);
    } catch (IllegalArgumentException e) {
      throw new Failure(Problem.of("shares.range", file, line, String.valueOf(e.getMessage())), e);
    }
  }

  private static Map<String, Double> values(Shares of) {
    return Map.of(
        "persona", of.persona(),
        "memories", of.memories(),
        "summary", of.summary(),
        "scenes", of.scenes(),
        "history", of.history());
  }

  private static Shares shares(Map<String, Double> of) {
    double[] in = PARTS.stream().mapToDouble(part -> of.getOrDefault(part, 0.0)).toArray();
    return new Shares(in[0], in[1], in[2], in[3], in[4]);
  }
}
