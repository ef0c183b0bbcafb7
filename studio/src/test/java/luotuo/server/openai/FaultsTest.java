package luotuo.server.openai;

import static luotuo.model.remote.FakeEndpoint.error;
import static luotuo.model.remote.FakeEndpoint.form;
import static luotuo.model.remote.FakeEndpoint.head;
import static luotuo.model.remote.FakeEndpoint.raw;
import static luotuo.model.remote.FakeEndpoint.said;
import static luotuo.model.remote.FakeEndpoint.saying;
import static luotuo.model.remote.FakeEndpoint.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import luotuo.json.Json;
import luotuo.model.remote.FakeEndpoint;
import luotuo.server.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The endpoint behind the server fails in every way while a hundred clients stream: each of them
/// gets its whole reply, or a clear error.
class FaultsTest {
  private static final int CLIENTS = 100;
  private static final String WHOLE = "我养过一只狗，它叫阿黄，一直陪着我。";

  @TempDir Path folder;

  private static final FakeEndpoint.Answer STALL =
      (call, line) -> {
        line.send(head("text/event-stream")).send(form(said("我养过")));
        line.stall();
      };

  private static final FakeEndpoint.Answer SILENT = (call, line) -> line.stall();

  private static final FakeEndpoint.Answer RESET =
      (call, line) -> {
        line.send(head("text/event-stream")).send(form(said("我养过")));
        line.reset();
      };

  /// Every way in which an endpoint fails.
  private static final List<FakeEndpoint.Answer> WAYS =
      List.of(
          status(429, "Retry-After: 1\r\n", "{\"error\":{\"message\":\"slow down\"}}"),
          status(429, "Retry-After: 3600\r\n", "{\"error\":{\"message\":\"come back later\"}}"),
          error(500, "the machine is on fire"),
          status(503, "", "<html><title>Bad gateway</title></html>"),
          error(400, "no such thing as this model"),
          error(401, "who are you"),
          raw("data: {\"choices\":[{\"delta\":{\"content\":\"我养\"}}]}\n\ndata: {nonsense\n\n"),
          raw("this is no event stream at all"),
          raw(form(said("我养过"), "{\"error\":{\"message\":\"out of memory\"}}")),
          raw(form(said("我养过"))),
          RESET,
          STALL,
          SILENT);

  @Test
  @Timeout(180)
  void everyClientGetsItsWholeReplyOrAClearError() throws Exception {
    long seed = System.nanoTime();
    System.out.println("FaultsTest seed " + seed);
    Random random = new Random(seed);
    FakeEndpoint.Answer mixed =
        (call, line) -> {
          int way;
          synchronized (random) {
            way = random.nextInt(2 * WAYS.size());
          }
          (way < WAYS.size() ? WAYS.get(way) : saying(WHOLE)).to(call, line);
        };
    Served.remember(folder, "parallel: 40\n");
    try (FakeEndpoint endpoint = FakeEndpoint.answering(mixed);
        Served served = Served.with(folder, endpoint.base() + "#m")) {
      List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Map<String, Object> body =
            Map.of(
                "model",
                Served.PERSONA,
                "stream",
                i % 4 != 0,
                "messages",
                List.of(Map.of("role", "user", "content", "你养过什么动物？")));
        asked.add(
            served
                .client()
                .sendAsync(served.post("/v1/chat/completions", body), BodyHandlers.ofString()));
      }
      Map<String, Integer> outcomes = new TreeMap<>();
      for (CompletableFuture<HttpResponse<String>> one : asked) {
        outcomes.merge(outcome(one.get(150, TimeUnit.SECONDS)), 1, Integer::sum);
      }
      System.out.println(outcomes);
      assertEquals(CLIENTS, outcomes.values().stream().mapToInt(n -> n).sum());
      assertTrue(outcomes.getOrDefault("whole", 0) > 0, outcomes.toString());
      assertTrue(outcomes.size() > 3, outcomes.toString());
      assertEquals(0, served.studio().calls().waiting() + served.studio().calls().served());
      assertFalse(served.studio().workspace().root().resolve("errors.log").toFile().exists());
    }
  }

  /// `whole`, or the code of the error that was told.
  private static String outcome(HttpResponse<String> response) {
    String body = response.body();
    if (!body.contains("\"error\":{")) {
      assertEquals(200, response.statusCode(), body);
      boolean stream = body.contains("data: ");
      assertTrue(!stream || body.endsWith("data: [DONE]\n\n"), body);
      assertTrue(stream ? said(body).equals(WHOLE) : body.contains(WHOLE), body);
      return "whole";
    }
    String json = body.substring(body.indexOf("{\"error\":{"));
    Map<?, ?> error =
        (Map<?, ?>) Objects.requireNonNull(Json.readObject(json.strip()).get("error"));
    String message = String.valueOf(error.get("message"));
    assertTrue(message.length() > 20 && !message.contains("Exception"), message);
    assertTrue(String.valueOf(error.get("code")).startsWith("model.remote."), body);
    assertTrue(response.statusCode() == 200 || response.statusCode() == 502, body);
    return String.valueOf(error.get("code"));
  }

  private static String said(String events) {
    StringBuilder said = new StringBuilder();
    for (String line : events.lines().filter(l -> l.startsWith("data: {")).toList()) {
      if (Json.readObject(line.substring(6)).get("choices") instanceof List<?> choices
          && choices.getFirst() instanceof Map<?, ?> choice
          && choice.get("delta") instanceof Map<?, ?> delta
          && delta.get("content") instanceof String text) {
        said.append(text);
      }
    }
    return said.toString();
  }
}
