package luotuo.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import luotuo.json.Json;

/// A JSON object that a command wrote; a field that is not there is a failed test.
record Shape(Map<?, ?> fields) {
  static Shape read(String line) {
    return new Shape(Json.readObject(line));
  }

  Object get(String key) {
    Object value = fields.get(key);
    if (value == null) {
      throw new AssertionError("no " + key + " in " + fields);
    }
    return value;
  }

  String text(String key) {
    return (String) get(key);
  }

  int number(String key) {
    return (int) get(key);
  }

  double real(String key) {
    return ((Number) get(key)).doubleValue();
  }

  boolean is(String key) {
    return (boolean) get(key);
  }

  Shape object(String key) {
    return new Shape((Map<?, ?>) get(key));
  }

  List<Shape> list(String key) {
    return ((List<?>) get(key)).stream().map(item -> new Shape((Map<?, ?>) item)).toList();
  }

  Set<?> keys() {
    return fields.keySet();
  }
}
