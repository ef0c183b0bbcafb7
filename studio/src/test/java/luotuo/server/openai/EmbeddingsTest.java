package luotuo.server.openai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import luotuo.app.Speaking;
import luotuo.json.Json;
import luotuo.persona.Language;
import luotuo.server.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsTest {
  @TempDir Path folder;

  private static List<?> data(String body) {
    return (List<?>) Objects.requireNonNull(Json.readObject(body).get("data"));
  }

  private static Map<?, ?> first(String body) {
    return (Map<?, ?>) data(body).getFirst();
  }

  @Test
  void everyEmbedderThatIsListedServes() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      for (String model : Embeddings.MODELS.keySet()) {
        Map<String, Object> body = Map.of("model", model, "input", "骆驼");
        var response = served.send(served.post("/v1/embeddings", body));
        assertEquals(200, response.statusCode(), response.body());
      }
    }
  }

  @Test
  void textsBecomeTheVectorsThatPersonasRememberWith() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      float[] expected =
          served.studio().models().embedder(Language.ZH).embed(List.of("骆驼")).getFirst();
      Map<String, Object> body = Map.of("model", "bge-small-zh", "input", "骆驼");
      String plain = served.send(served.post("/v1/embeddings", body)).body();
      List<?> numbers = (List<?>) Objects.requireNonNull(first(plain).get("embedding"));
      float[] found = new float[numbers.size()];
      for (int i = 0; i < found.length; i++) {
        found[i] = ((Number) numbers.get(i)).floatValue();
      }
      assertArrayEquals(expected, found, 1e-6f);
      Map<String, Object> packedBody =
          Map.of(
              "model",
              "bge-small-zh",
              "input",
              List.of("骆驼", "狗"),
              "encoding_format",
              "base64",
              "dimensions",
              expected.length);
      String packed = served.send(served.post("/v1/embeddings", packedBody)).body();
      byte[] bytes = Base64.getDecoder().decode((String) first(packed).get("embedding"));
      FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
      float[] unpacked = new float[floats.remaining()];
      floats.get(unpacked);
      assertArrayEquals(expected, unpacked);
      assertEquals(2, data(packed).size());
      assertTrue(packed.contains("\"prompt_tokens\":"), packed);
    }
  }

  @Test
  void whatIsWrongIsNamed() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      for (Map<String, Object> wrong :
          List.<Map<String, Object>>of(
              Map.of("model", "bge-small-zh"),
              Map.of("model", "ada", "input", "x"),
              Map.of("model", "bge-small-zh", "input", List.of(1, 2)),
              Map.of("model", "bge-small-zh", "input", Collections.nCopies(2049, "x")),
              Map.of("model", "bge-small-zh", "input", "x", "dimensions", 3),
              Map.of("model", "bge-small-zh", "input", "x", "encoding_format", "hex"))) {
        var reply = served.send(served.post("/v1/embeddings", wrong));
        assertEquals(400, reply.statusCode(), reply.body());
        assertTrue(reply.body().contains("invalid_request_error"), reply.body());
      }
    }
  }
}
