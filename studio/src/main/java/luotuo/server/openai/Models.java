package luotuo.server.openai;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.server.http.Exchange;
import org.jspecify.annotations.Nullable;

/// `GET /v1/models`: who can be talked to, and what embeds texts.
final class Models {
  private final Ids ids;
  private final long created = Instant.now().getEpochSecond();

  Models(Ids ids) {
    this.ids = ids;
  }

  void list(Exchange exchange) {
    List<String> all = new ArrayList<>(ids.all());
    all.addAll(Embeddings.MODELS.keySet());
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("object", "list");
    shape.put("data", all.stream().map(id -> Shapes.model(id, created)).toList());
    exchange.json(shape);
  }

  void show(Exchange exchange) {
    String id = exchange.parameter("id");
    if (!Embeddings.MODELS.containsKey(id)) {
      ids.meant(id);
    }
    exchange.json(Shapes.model(id, created));
  }
}
