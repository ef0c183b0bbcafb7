package luotuo.model.gguf.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The arguments that a function, method, filter or test is given.
record Given(List<Value> placed, Map<String, Value> named) {

  /// @return the argument at a place, or with a name; null where it is not given
  @Nullable Value get(int place, String name) {
    return place < placed.size() ? placed.get(place) : named.get(name);
  }

  Value get(int place, String name, Value otherwise) {
    Value value = get(place, name);
    return value == null ? otherwise : value;
  }

  /// @return a text, or null where it is not given or `none`
  @Nullable String text(int place, String name) {
    return get(place, name) instanceof Value.Text(String text) ? text : null;
  }

  long whole(int place, String name, long otherwise) {
    return get(place, name) instanceof Value.Whole(long number) ? number : otherwise;
  }

  boolean flag(int place, String name) {
    Value value = get(place, name);
    return value != null && value.holds();
  }

  int size() {
    return placed.size() + named.size();
  }
}
