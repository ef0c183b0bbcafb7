package luotuo.model.remote;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import luotuo.json.Json;
import org.jspecify.annotations.Nullable;

/// JSON of any shape: what is not there, or not as it should be, is nothing.
record Loose(@Nullable Object value) {
  static final Loose NOTHING = new Loose(null);

  /// @throws luotuo.json.MalformedException if the text is not one JSON object
  static Loose read(String text) {
    return new Loose(Json.readObject(text));
  }

  Loose get(String key) {
    return value instanceof Map<?, ?> map ? new Loose(map.get(key)) : NOTHING;
  }

  /// The first of these keys that is there and not null.
  Loose any(String... keys) {
    for (String key : keys) {
      Loose found = get(key);
      if (found.value != null) {
        return found;
      }
    }
    return NOTHING;
  }

  /// The elements of a list; none where it is not one.
  List<Loose> all() {
    return value instanceof List<?> list ? list.stream().map(Loose::new).toList() : List.of();
  }

  boolean there() {
    return value != null;
  }

  /// The string; empty where it is not one.
  String text() {
    return value instanceof String string ? string : "";
  }

  /// The number, cut to a whole one that is not negative.
  OptionalInt count() {
    return value instanceof Number number && number.doubleValue() >= 0
        ? OptionalInt.of((int) Math.min(Integer.MAX_VALUE, number.doubleValue()))
        : OptionalInt.empty();
  }
}
