package luotuo.model.gguf.file;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import luotuo.job.Failure;
import org.jspecify.annotations.Nullable;

/// What a file says of itself, by key.
///
/// @param file the file's name, for messages
/// @param values [Long] for every integer, [Double] for every float, [Boolean], [String], `long[]`,
///   `float[]`, `boolean[]`, `String[]`
public record Metadata(String file, Map<String, Object> values) {
  public Metadata {
    values = Map.copyOf(values);
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public Optional<String> text(String key) {
    return Optional.ofNullable(get(key, String.class));
  }

  public OptionalLong integer(String key) {
    Long value = get(key, Long.class);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  public OptionalDouble number(String key) {
    Object value = values.get(key);
    if (value instanceof Long integer) {
      return OptionalDouble.of(integer);
    }
    Double number = get(key, Double.class);
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  public boolean flag(String key, boolean otherwise) {
    Boolean value = get(key, Boolean.class);
    return value == null ? otherwise : value;
  }

  public Optional<String[]> texts(String key) {
    return Optional.ofNullable(get(key, String[].class));
  }

  public Optional<long[]> integers(String key) {
    return Optional.ofNullable(get(key, long[].class));
  }

  public Optional<float[]> numbers(String key) {
    return Optional.ofNullable(get(key, float[].class));
  }

  /// The failure of a file whose key is missing or makes no sense.
  public Failure wrong(String key) {
    return Failure.of("model.gguf.key", file, key);
  }

  private <T> @Nullable T get(String key, Class<T> type) {
    Object value = values.get(key);
    if (value != null && !type.isInstance(value)) {
      throw wrong(key);
    }
    return type.cast(value);
  }
}
