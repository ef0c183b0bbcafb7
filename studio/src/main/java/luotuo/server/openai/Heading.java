package luotuo.server.openai;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands at the head of a reply and of each of its chunks.
///
/// @param created in seconds since 1970
/// @param model as the client named it
record Heading(String id, long created, String model) {
  static Heading of(Call call) {
    String id = "chatcmpl-" + UUID.randomUUID().toString().replace("-", "");
    return new Heading(id, Instant.now().getEpochSecond(), call.model());
  }

  Map<String, @Nullable Object> shape(String object) {
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("id", id);
    shape.put("object", object);
    shape.put("created", created);
    shape.put("model", model);
    return shape;
  }
}
