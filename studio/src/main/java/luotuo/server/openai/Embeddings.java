package luotuo.server.openai;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import luotuo.app.Studio;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.Embedder;
import luotuo.persona.Language;
import luotuo.server.http.Exchange;
import luotuo.server.http.Handler;
import luotuo.server.http.Watch;
import org.jspecify.annotations.Nullable;

/// `POST /v1/embeddings`: texts become vectors, by the models that personas remember with.
final class Embeddings implements Handler {
  static final Map<String, Function<luotuo.app.Models, Embedder>> MODELS =
      Map.of(
          "bge-small-zh", models -> models.embedder(Language.ZH),
          "bge-small-en", models -> models.embedder(Language.EN),
          "luotuo-answers-zh", models -> models.answering(Language.ZH));

  private static final int MOST_TEXTS = 2048;

  private final Studio studio;

  Embeddings(Studio studio) {
    this.studio = studio;
  }

  @Override
  public void handle(Exchange exchange) {
    Given given = new Given(exchange.object());
    String model = given.text("model").orElse("");
    Function<luotuo.app.Models, Embedder> chosen = MODELS.get(model);
    if (chosen == null) {
      throw Failure.of("openai.embedder", "model", String.join(", ", MODELS.keySet()));
    }
    List<String> texts = given.texts("input");
    if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
      throw Failure.of("openai.input", "input", MOST_TEXTS);
    }
    String format = given.text("encoding_format").orElse("float");
    if (!format.equals("float") && !format.equals("base64")) {
      throw Given.wrong("encoding_format");
    }
    Embedder embedder = chosen.apply(studio.models());
    fits(given.whole("dimensions", 1, Integer.MAX_VALUE), embedder);
    try (Watch _ = exchange.watch()) {
      exchange.json(shape(model, embedder, texts, format.equals("base64")));
    }
  }

  private static void fits(OptionalLong dimensions, Embedder embedder) {
    if (dimensions.isPresent() && dimensions.getAsLong() != embedder.dimensions()) {
      throw Failure.of("openai.dimensions", "dimensions", embedder.dimensions());
    }
  }

  private static Map<String, @Nullable Object> shape(
      String model, Embedder embedder, List<String> texts, boolean packed) {
    List<Map<String, @Nullable Object>> data = new ArrayList<>();
    int tokens = 0;
    for (String text : texts) {
      Cancelled.check();
      float[] vector = embedder.embed(List.of(text)).getFirst();
      tokens += embedder.tokens(text);
      Map<String, @Nullable Object> shape = new LinkedHashMap<>();
      shape.put("object", "embedding");
      shape.put("index", data.size());
      shape.put("embedding", packed ? packed(vector) : vector);
      data.add(shape);
    }
    Map<String, @Nullable Object> shape = new LinkedHashMap<>();
    shape.put("object", "list");
    shape.put("data", data);
    shape.put("model", model);
    shape.put("usage", Map.of("prompt_tokens", tokens, "total_tokens", tokens));
    return shape;
  }

  /// Base64 of 32-bit floats, the lowest byte first.
  private static String packed(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float number : vector) {
      bytes.putFloat(number);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
