package luotuo.server.openai;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import luotuo.job.Failure;
import org.jspecify.annotations.Nullable;

/// The keys of a request, read leniently: a null is as good as none, and what is not asked for is
/// passed over. What is asked for and of a wrong kind is a failure `openai.value`.
record Given(Map<?, ?> keys) {
  Optional<String> text(String key) {
    return switch (keys.get(key)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      default -> throw wrong(key);
    };
  }

  boolean flag(String key) {
    return switch (keys.get(key)) {
      case null -> false;
      case Boolean flag -> flag;
      default -> throw wrong(key);
    };
  }

  OptionalDouble number(String key, double least, double most) {
    return switch (keys.get(key)) {
      case null -> OptionalDouble.empty();
      case Number number when number.doubleValue() >= least && number.doubleValue() <= most ->
          OptionalDouble.of(number.doubleValue());
      default -> throw outside(key, least, most);
    };
  }

  OptionalLong whole(String key, long least, long most) {
    return switch (keys.get(key)) {
      case null -> OptionalLong.empty();
      case Number number when isWhole(number) && isWithin(number.longValue(), least, most) ->
          OptionalLong.of(number.longValue());
      default -> throw outside(key, least, most);
    };
  }

  private static boolean isWhole(Number number) {
    return number.doubleValue() == Math.rint(number.doubleValue());
  }

  private static boolean isWithin(long number, long least, long most) {
    return number >= least && number <= most;
  }

  /// One or several texts.
  List<String> texts(String key) {
    return switch (keys.get(key)) {
      case null -> List.of();
      case String text -> List.of(text);
      case List<?> list when list.stream().allMatch(String.class::isInstance) ->
          list.stream().map(String.class::cast).toList();
      default -> throw wrong(key);
    };
  }

  List<?> list(String key) {
    return switch (keys.get(key)) {
      case null -> List.of();
      case List<?> list -> list;
      default -> throw wrong(key);
    };
  }

  /// An object; an empty one where there is none.
  Given object(String key) {
    return switch (keys.get(key)) {
      case null -> new Given(Map.of());
      case Map<?, ?> map -> new Given(map);
      default -> throw wrong(key);
    };
  }

  @Nullable Object any(String key) {
    return keys.get(key);
  }

  static Failure wrong(String key) {
    return Failure.of("openai.value", key);
  }

  private static Failure outside(String key, double least, double most) {
    return Failure.of("openai.range", key, shown(least), shown(most));
  }

  private static String shown(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
