package luotuo.server.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import luotuo.app.Speaking;
import luotuo.app.Wishes;
import luotuo.json.Json;
import luotuo.server.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCompletionsTest {
  private static final String QUESTION = "你养过什么动物？";
  private static final String LINE = "我养过一只叫阿黄的狗。";

  @TempDir Path folder;

  private static Map<String, Object> asking(String model, String question) {
    Map<String, Object> body = new HashMap<>();
    body.put("model", model);
    body.put("messages", List.of(Map.of("role", "user", "content", question)));
    return body;
  }

  private static Map<String, Object> and(Map<String, Object> body, Object... more) {
    Map<String, Object> all = new HashMap<>(body);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  private String script(String text) throws IOException {
    Files.writeString(folder.resolve("script.yaml"), text);
    return "scripted:script.yaml";
  }

  /// The value at a path such as `choices.0.message.content`.
  private static Object at(String json, String path) {
    Object value = Json.readObject(json);
    for (String step : path.split("\\.")) {
      value =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(step))
              : value instanceof Map<?, ?> map ? map.get(step) : "nothing at " + step;
    }
    return value == null ? "null" : value;
  }

  @Test
  void aPersonaAnswersInItsOwnLinesWithEvidence() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      HttpResponse<String> reply = served.chat(asking(Served.PERSONA, QUESTION));
      assertEquals(200, reply.statusCode(), reply.body());
      assertEquals("chat.completion", at(reply.body(), "object"));
      assertEquals(Served.PERSONA, at(reply.body(), "model"));
      assertEquals("assistant", at(reply.body(), "choices.0.message.role"));
      assertEquals(LINE, at(reply.body(), "choices.0.message.content"));
      assertEquals("stop", at(reply.body(), "choices.0.finish_reason"));
      assertEquals("null", at(reply.body(), "choices.0.logprobs"));
      assertEquals(0, at(reply.body(), "usage.total_tokens"));
      assertEquals(LINE, at(reply.body(), "luotuo.evidence.0.quote"));
      assertEquals("own-lines", at(reply.body(), "luotuo.voice"));
      assertEquals(false, at(reply.body(), "luotuo.outOfScope"));
    }
  }

  @Test
  void ownLinesComeInPiecesAndEndWhereTheyAreToldTo() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      List<String> chunks = served.events(and(asking(Served.PERSONA, QUESTION), "stream", true));
      assertEquals("[DONE]", chunks.getLast());
      assertTrue(chunks.size() >= 5, String.join("\n", chunks));
      assertEquals("assistant", at(chunks.getFirst(), "choices.0.delta.role"));
      assertEquals(LINE, content(chunks));
      String last = chunks.get(chunks.size() - 2);
      assertEquals("stop", at(last, "choices.0.finish_reason"));
      assertEquals(LINE, at(last, "luotuo.evidence.0.quote"));
      assertFalse(chunks.getFirst().contains("usage"), "only where it is asked for");
      HttpResponse<String> stopped =
          served.chat(and(asking(Served.PERSONA, QUESTION), "stop", List.of("阿黄", "x")));
      assertEquals("我养过一只叫", at(stopped.body(), "choices.0.message.content"));
      HttpResponse<String> cut =
          served.chat(and(asking(Served.PERSONA, QUESTION), "max_tokens", 3));
      assertEquals("length", at(cut.body(), "choices.0.finish_reason"));
      String some = (String) at(cut.body(), "choices.0.message.content");
      assertTrue(!some.isEmpty() && LINE.startsWith(some) && some.length() < 6, some);
    }
  }

  private static String content(List<String> chunks) {
    return chunks.stream()
        .filter(chunk -> !chunk.equals("[DONE]"))
        .filter(chunk -> chunk.contains("\"content\""))
        .map(chunk -> (String) at(chunk, "choices.0.delta.content"))
        .collect(Collectors.joining());
  }

  @Test
  void aModelSpeaksAndItsTokensAreCounted() throws IOException {
    String model = script("rules: [{reply: 我养过一只叫阿黄的狗。然后呢, thoughts: 想}]");
    try (Served served = Served.with(folder, model)) {
      HttpResponse<String> reply = served.chat(asking(Served.PERSONA, QUESTION));
      assertEquals("我养过一只叫阿黄的狗。然后呢", at(reply.body(), "choices.0.message.content"));
      assertEquals("想", at(reply.body(), "choices.0.message.reasoning_content"));
      assertEquals(15, at(reply.body(), "usage.completion_tokens"));
      assertTrue((int) at(reply.body(), "usage.prompt_tokens") > 100, reply.body());
      assertEquals(model, at(reply.body(), "luotuo.voice"));
      assertEquals(LINE, at(reply.body(), "luotuo.evidence.0.quote"));
      List<String> chunks =
          served.events(
              and(
                  asking(Served.PERSONA, QUESTION),
                  "stream",
                  true,
                  "stop",
                  "。",
                  "stream_options",
                  Map.of("include_usage", true)));
      assertEquals("我养过一只叫阿黄的狗", content(chunks));
      String usage = chunks.get(chunks.size() - 2);
      assertEquals(List.of(), at(usage, "choices"));
      assertEquals(at(reply.body(), "usage.prompt_tokens"), at(usage, "usage.prompt_tokens"));
      assertEquals("null", at(chunks.getFirst(), "usage"));
    }
  }

  @Test
  void severalRepliesEachHaveTheirPlace() throws IOException {
    try (Served served = Served.with(folder, script("rules: [{reply: 好的。}]"))) {
      Map<String, Object> two = and(asking(Served.PERSONA, QUESTION), "n", 2, "seed", 7);
      HttpResponse<String> reply = served.chat(two);
      assertEquals(1, at(reply.body(), "choices.1.index"));
      assertEquals("好的。", at(reply.body(), "choices.1.message.content"));
      assertEquals(6, at(reply.body(), "usage.completion_tokens"));
      List<String> chunks = served.events(and(two, "stream", true));
      assertEquals(
          2, chunks.stream().filter(c -> c.contains("\"finish_reason\":\"stop\"")).count());
    }
  }

  @Test
  void personasAndTheirVoicesAreModels() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      String models = served.get("/v1/models").body();
      assertEquals("list", at(models, "object"));
      assertEquals(Served.PERSONA, at(models, "data.0.id"));
      assertTrue(models.contains(Served.PERSONA + "@own-lines"), models);
      assertTrue(models.contains("bge-small-zh"), models);
      assertEquals(
          "model", at(served.get("/v1/models/%E9%98%BF%E8%BF%9C%40scripted").body(), "object"));
      assertEquals(404, served.get("/v1/models/nobody").statusCode());
      HttpResponse<String> echo = served.chat(asking(Served.PERSONA + "@scripted", QUESTION));
      assertEquals("scripted", at(echo.body(), "luotuo.voice"));
    }
  }

  @Test
  void aClientNamesNeitherFilesNorAddresses() throws IOException {
    script("rules: [{reply: x}]");
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      for (String model :
          List.of(
              Served.PERSONA + "@scripted:script.yaml",
              Served.PERSONA + "@http://127.0.0.1:1/v1#m",
              Served.PERSONA + "@../weights.gguf",
              "home/personas/" + Served.PERSONA,
              folder.resolve("home/personas/" + Served.PERSONA).toString(),
              "")) {
        HttpResponse<String> reply = served.chat(asking(model, QUESTION));
        assertEquals("model_not_found", at(reply.body(), "error.code"), model);
      }
    }
  }

  @Test
  void whatIsWrongIsToldInOpenAisForm() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      Map<String, Object> good = asking(Served.PERSONA, QUESTION);
      HttpResponse<String> range = served.chat(and(good, "temperature", 3));
      assertEquals(400, range.statusCode());
      assertEquals("invalid_request_error", at(range.body(), "error.type"));
      assertEquals("temperature", at(range.body(), "error.param"));
      assertEquals("temperature takes a number from 0 to 2.", at(range.body(), "error.message"));
      for (Map<String, Object> bad :
          List.of(
              and(good, "messages", List.of()),
              and(good, "messages", "hello"),
              and(good, "stop", 3),
              and(good, "n", 0),
              and(good, "n", 1.5),
              and(good, "max_tokens", 0),
              and(good, "stream", "yes"),
              and(good, "model", 5))) {
        assertEquals(400, served.chat(bad).statusCode(), bad.toString());
      }
      HttpResponse<String> nobody = served.chat(and(good, "model", "nobody"));
      assertEquals(404, nobody.statusCode());
      assertEquals("model_not_found", at(nobody.body(), "error.code"));
      assertEquals(
          400, served.send(served.post("/v1/chat/completions", "{\"model\":")).statusCode());
      assertEquals(404, served.get("/v1/nothing").statusCode());
    }
  }

  @Test
  void fieldsThatAreNotKnownDoNoHarm() {
    try (Served served = Served.with(folder, Speaking.OWN_LINES)) {
      HttpResponse<String> reply =
          served.chat(
              and(
                  asking(Served.PERSONA, QUESTION),
                  "user",
                  "u",
                  "logit_bias",
                  Map.of("50256", -100),
                  "response_format",
                  Map.of("type", "text"),
                  "tools",
                  List.of(Map.of("type", "function")),
                  "top_p",
                  0,
                  "max_completion_tokens",
                  100_000,
                  "whatever",
                  List.of(1, Map.of())));
      assertEquals(LINE, at(reply.body(), "choices.0.message.content"), reply.body());
    }
  }

  @Test
  void wishesOfTheClientStandBehindThePersona() throws IOException {
    String added = system(ClientSystem.ADD);
    assertTrue(added.contains("阿远") && added.contains("说话像海盗"), added);
    assertTrue(added.indexOf("说话像海盗") < added.indexOf("第一人称"), "what holds for all comes last");
    String ignored = system(ClientSystem.IGNORE);
    assertFalse(ignored.contains("说话像海盗"), ignored);
    String only = system(ClientSystem.ONLY);
    assertTrue(only.startsWith("说话像海盗"), only);
    assertFalse(only.contains("你就是"), only);
  }

  /// The system message that the model is given, as the record has it.
  private String system(ClientSystem system) throws IOException {
    Path record = folder.resolve("record-" + system);
    Speaking recorded =
        new Speaking(
            Optional.of(script("rules: [{reply: 好。}]")),
            Optional.of(record),
            Optional.empty(),
            OptionalDouble.empty(),
            Wishes.NONE);
    try (Served served = Served.with(folder, recorded, system)) {
      Map<String, Object> body = asking(Served.PERSONA, QUESTION);
      List<Object> messages = new ArrayList<>();
      messages.add(Map.of("role", "system", "content", "说话像海盗"));
      messages.addAll((List<?>) body.get("messages"));
      assertEquals(200, served.chat(and(body, "messages", messages)).statusCode());
    }
    try (var files = Files.walk(record, 2)) {
      Path call =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .filter(file -> !record.equals(file.getParent()))
              .findFirst()
              .orElseThrow();
      return (String) at(Files.readString(call), "request.messages.0.text");
    }
  }
}
