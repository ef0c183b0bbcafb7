package luotuo.model.gguf.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an expression of a template comes to.
sealed interface Value {
  record Text(String text) implements Value {}

  record Whole(long number) implements Value {}

  record Real(double number) implements Value {}

  record Flag(boolean flag) implements Value {}

  enum Nothing implements Value {
    NONE
  }

  /// A name, key or place that is not there.
  record Missing(String name) implements Value {}

  /// @param depth levels of lists and maps, itself included
  record Items(List<Value> items, int depth) implements Value {
    Items(List<Value> items) {
      this(items, levels(items));
    }
  }

  /// Names with values, in order.
  ///
  /// @param depth levels of lists and maps, itself included
  record Fields(Map<String, Value> fields, int depth) implements Value {
    Fields(Map<String, Value> fields) {
      this(fields, levels(fields.values()));
    }
  }

  /// A `namespace`: the only value that changes.
  record Space(Map<String, Value> fields) implements Value {}

  /// A function that the interpreter has.
  record Builtin(String name) implements Value {}

  record Macro(Statement.Macro macro) implements Value {}

  /// Lists and maps nest so deep at most; a template that goes on wrapping ends here.
  int DEEPEST = 50;

  /// A value that nests deeper than any template needs.
  final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static int levels(Collection<Value> inner) {
    int depth = 1;
    for (Value value : inner) {
      int below =
          switch (value) {
            case Items items -> items.depth();
            case Fields fields -> fields.depth();
            case Text _, Whole _, Real _, Flag _, Nothing _ -> 0;
            case Missing _, Space _, Builtin _, Macro _ -> 0;
          };
      depth = Math.max(depth, below + 1);
    }
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    return depth;
  }

  /// @param value a string, number, boolean or null, or lists and maps of these
  /// @throws IllegalArgumentException if it is something else
  static Value of(@Nullable Object value) {
    return switch (value) {
      case null -> Nothing.NONE;
      case String text -> new Text(text);
      case Integer number -> new Whole(number);
      case Long number -> new Whole(number);
      case Double number -> new Real(number);
      case Boolean flag -> new Flag(flag);
      case Collection<?> items -> {
        var list = new ArrayList<Value>();
        items.forEach(item -> list.add(of(item)));
        yield new Items(list);
      }
      case Map<?, ?> map -> {
        var fields = new LinkedHashMap<String, Value>();
        map.forEach((key, item) -> fields.put(String.valueOf(key), of(item)));
        yield new Fields(fields);
      }
      default -> throw new IllegalArgumentException("no value of templates: " + value.getClass());
    };
  }

  /// Whether a condition with this value holds.
  default boolean holds() {
    return switch (this) {
      case Text text -> !text.text().isEmpty();
      case Whole whole -> whole.number() != 0;
      case Real real -> real.number() != 0;
      case Flag flag -> flag.flag();
      case Nothing _, Missing _ -> false;
      case Items items -> !items.items().isEmpty();
      case Fields fields -> !fields.fields().isEmpty();
      case Space _, Builtin _, Macro _ -> true;
    };
  }

  /// Whether two values are equal as Python has it: `1`, `1.0` and `True` are.
  default boolean same(Value other) {
    if (amount() instanceof Double a && other.amount() instanceof Double b) {
      return a.doubleValue() == b.doubleValue();
    }
    return switch (this) {
      case Missing _ -> other instanceof Missing;
      case Items(List<Value> a, int _) ->
          other instanceof Items(List<Value> b, int _) && same(a, b);
      case Fields(Map<String, Value> a, int _) ->
          other instanceof Fields(Map<String, Value> b, int _)
              && a.size() == b.size()
              && a.entrySet().stream()
                  .allMatch(field -> same(field.getValue(), b.get(field.getKey())));
      case Space _ -> this == other;
      case Text _, Whole _, Real _, Flag _, Nothing _, Builtin _, Macro _ -> equals(other);
    };
  }

  private static boolean same(Value a, @Nullable Value b) {
    return b != null && a.same(b);
  }

  private static boolean same(List<Value> a, List<Value> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = a.get(i).same(b.get(i));
    }
    return same;
  }

  /// @return this as a number, if it is one
  default @Nullable Double amount() {
    return switch (this) {
      case Whole whole -> (double) whole.number();
      case Real real -> real.number();
      case Flag flag -> flag.flag() ? 1.0 : 0.0;
      case Text _, Nothing _, Missing _, Items _, Fields _, Space _, Builtin _, Macro _ -> null;
    };
  }
}
