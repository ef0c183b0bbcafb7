package luotuo.model.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.MalformedException;
import luotuo.json.Yaml;
import org.jspecify.annotations.Nullable;

/// The keys of a YAML file, or of one item in it, read one by one; what is wrong is told with file,
/// line and key.
///
/// @param from the line, from 1, in which the item begins
record Keys(Path file, String text, int from, Map<?, ?> values) {
  static Keys of(Path file, String text) {
    try {
      return new Keys(file, text, 1, Yaml.read(text, Map.class));
    } catch (MalformedException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new Failure(Problem.of("model.yaml.malformed", file, e.line(), why), e);
    }
  }

  /// @throws Failure `model.yaml.unknown` if there is any other key
  Keys only(List<String> known) {
    for (Object key : values.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw Failure.of(
            "model.yaml.unknown", file, line(String.valueOf(key)), key, String.join(", ", known));
      }
    }
    return this;
  }

  boolean has(String key) {
    return values.get(key) != null;
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> wrong(key));
  }

  Optional<String> optional(String key) {
    Object value = values.get(key);
    if (value instanceof Map || value instanceof List) {
      throw wrong(key);
    }
    return Optional.ofNullable(value).map(v -> v.toString().strip()).filter(v -> !v.isEmpty());
  }

  boolean truth(String key) {
    return switch (values.get(key)) {
      case null -> false;
      case Boolean value -> value;
      default -> throw wrong(key);
    };
  }

  /// A number that is not negative.
  long number(String key) {
    return digits(key, text(key));
  }

  long digits(String key, String told) {
    try {
      long number = Long.parseLong(told);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new Failure(wrong(key).problem(), e);
    }
    throw wrong(key);
  }

  List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  Keys map(String key) {
    if (values.get(key) instanceof Map<?, ?> map) {
      return new Keys(file, text, line(key), map);
    }
    throw wrong(key);
  }

  /// @param begins what stands in the line in which an item begins; where it is empty, the items
  ///   are not told apart
  List<Keys> items(String key, String begins) {
    List<Integer> lines = lines(begins).stream().filter(line -> line >= from).toList();
    List<?> list = list(key);
    return IntStream.range(0, list.size())
        .mapToObj(i -> item(key, list.get(i), i < lines.size() ? lines.get(i) : line(key)))
        .toList();
  }

  private Keys item(String key, @Nullable Object item, int at) {
    if (item instanceof Map<?, ?> map) {
      return new Keys(file, text, at, map);
    }
    throw wrong(key);
  }

  private List<?> list(String key) {
    if (values.get(key) instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw wrong(key);
  }

  Failure wrong(String key) {
    return Failure.of("model.yaml.value", file, line(key), key);
  }

  /// The first line of this item in which a key stands; where it stands nowhere, the item's own.
  int line(String key) {
    return lines(key).stream().filter(line -> line >= from).findFirst().orElse(from);
  }

  private List<Integer> lines(String key) {
    if (key.isEmpty()) {
      return List.of();
    }
    Pattern pattern = Pattern.compile("(^|[\\s{,-])[\"']?" + Pattern.quote(key) + "[\"']?\\s*:.*");
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> pattern.matcher(uncommented(lines.get(i))).find())
        .mapToObj(i -> i + 1)
        .toList();
  }

  private static String uncommented(String line) {
    return line.strip().startsWith("#") ? "" : line;
  }
}
