package luotuo.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import luotuo.app.Studio;
import luotuo.json.Yaml;

/// The OpenAPI document, of parts that each tell of some routes and of the shapes that they use.
final class Document {
  private static final List<String> PARTS =
      List.of("api", "personas", "uploads", "conversations", "groups", "memories", "models", "use");

  private Document() {}

  static Map<String, Object> read() {
    Map<String, Object> whole = new LinkedHashMap<>();
    PARTS.forEach(part -> add(part(part), whole));
    object(whole, "info").put("version", Studio.version());
    return whole;
  }

  /// Objects are put together; all else stands in one part alone.
  private static void add(Map<?, ?> part, Map<String, Object> to) {
    part.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> inner && to.get(key) instanceof Map<?, ?>) {
            add(inner, object(to, String.valueOf(key)));
          } else if (to.put(String.valueOf(key), value) != null) {
            throw new IllegalStateException(key + " stands in two parts of the document");
          }
        });
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Map<String, Object> in, String key) {
    return (Map<String, Object>) Objects.requireNonNull(in.get(key), key);
  }

  private static Map<?, ?> part(String name) {
    String resource = "/luotuo/server/openapi/" + name + ".yaml";
    try (var in = Document.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return Yaml.read(new String(in.readAllBytes(), UTF_8), Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
