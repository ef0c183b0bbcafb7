package luotuo.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.json.MalformedException;
import luotuo.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// The JSON object that a request brings along, read strictly: a key that is not asked for, and a
/// value of another kind, are refused by name; so is a null.
final class Body {
  private static final int MOST_TEXTS = 100;

  private final Map<?, ?> values;

  private Body(Map<?, ?> values, List<String> known) {
    this.values = values;
    values.forEach((key, value) -> check(String.valueOf(key), value, known));
  }

  private static void check(String key, @Nullable Object value, List<String> known) {
    if (!known.contains(key)) {
      throw Failure.of("server.key", key, known.isEmpty() ? "–" : String.join(", ", known));
    }
    if (value == null) {
      throw Failure.of("server.null", key);
    }
  }

  /// @param known keys that may stand in it; an empty body has none of them
  /// @throws Failure `server.json`, `server.object`, `server.key`
  static Body of(Exchange exchange, String... known) {
    String text = exchange.text();
    if (text.isBlank()) {
      return new Body(Map.of(), List.of());
    }
    try {
      if (Json.read(text, Object.class) instanceof Map<?, ?> object) {
        return new Body(object, List.of(known));
      }
      throw Failure.of("server.object");
    } catch (MalformedException e) {
      throw Failure.of("server.json", e.line(), String.valueOf(e.getMessage()));
    }
  }

  /// A text that has to be there, without white space around it.
  ///
  /// @throws Failure `server.required` if it is missing or blank
  String need(String key, int most) {
    return text(key, most)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> Failure.of("server.required", key));
  }

  /// @param most characters that it may have
  Optional<String> text(String key, int most) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      throw Failure.of("server.kind.text", key);
    }
    if (text.length() > most) {
      throw Failure.of("server.long", key, most);
    }
    return Optional.of(text);
  }

  /// @param most characters that each may have
  Optional<List<String>> texts(String key, int most) {
    Object value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
      throw Failure.of("server.kind.texts", key);
    }
    if (list.size() > MOST_TEXTS) {
      throw Failure.of("server.many", key, MOST_TEXTS);
    }
    List<String> texts = list.stream().map(String.class::cast).toList();
    if (texts.stream().anyMatch(text -> text.length() > most)) {
      throw Failure.of("server.long", key, most);
    }
    return Optional.of(texts);
  }

  boolean flag(String key) {
    return switch (values.get(key)) {
      case null -> false;
      case Boolean flag -> flag;
      default -> throw Failure.of("server.kind.flag", key);
    };
  }

  OptionalLong whole(String key, long least, long most) {
    return switch (values.get(key)) {
      case null -> OptionalLong.empty();
      case Integer number when number >= least && number <= most -> OptionalLong.of(number);
      case Long number when number >= least && number <= most -> OptionalLong.of(number);
      default -> throw Failure.of("server.range", key, least, most);
    };
  }

  OptionalDouble number(String key) {
    return switch (values.get(key)) {
      case null -> OptionalDouble.empty();
      case Number number -> OptionalDouble.of(number.doubleValue());
      default -> throw Failure.of("server.kind.number", key);
    };
  }

  /// One of the values of an enum, in small letters.
  <E extends Enum<E>> Optional<E> choice(String key, Class<E> choices) {
    return text(key, Integer.MAX_VALUE).map(text -> chosen(key, text, choices));
  }

  private static <E extends Enum<E>> E chosen(String key, String text, Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> word(choice).equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> all = Arrays.stream(choices.getEnumConstants()).map(Body::word).toList();
              return Failure.of("server.choice", key, text, String.join(", ", all));
            });
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /// An object within; an empty one where there is none.
  Body object(String key, String... known) {
    return switch (values.get(key)) {
      case null -> new Body(Map.of(), List.of());
      case Map<?, ?> object -> new Body(object, List.of(known));
      default -> throw Failure.of("server.kind.object", key);
    };
  }
}
