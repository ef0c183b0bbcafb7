package luotuo.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import luotuo.json.Json;
import luotuo.model.hub.HubServer;
import luotuo.model.remote.FakeEndpoint;
import luotuo.server.api.ServedApi.Answer;
import luotuo.server.api.ServedApi.Event;
import luotuo.server.api.ServedApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init")
class ModelApiTest {
  private static final int SIZE = 3_000_000;
  private static final String REGISTRY =
      """
      models:
        - name: camel-1b
          title: Camel 1B
          family: Camel
          architecture: llama
          parameters: 1B
          languages: [zh]
          machine: small
          file: camel.gguf
          size: 3000000
          licence: {name: Apache-2.0}
          context: 4096
          sources:
            - {hf: camel/camel, checked: true}
        - name: terms-1b
          title: Terms 1B
          family: Camel
          architecture: llama
          parameters: 1B
          languages: [zh]
          machine: small
          file: terms.gguf
          size: 3000000
          licence: {name: Camel licence, page: "https://example.org/terms", agreement: true}
          context: 4096
          sources:
            - {hf: camel/terms, checked: true}
      """;

  @TempDir Path folder;
  private ServedApi served;

  private void serve(Map<String, String> environment) {
    served = ServedApi.in(folder, environment).having("program/models/registry.yaml", REGISTRY);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static byte[] weights() {
    byte[] bytes = new byte[SIZE];
    new Random(1).nextBytes(bytes);
    System.arraycopy("GGUF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
    return bytes;
  }

  @Test
  void aPullTellsItsProgressAndTheModelIsThere() throws Exception {
    byte[] bytes = weights();
    try (HubServer hub = new HubServer((request, reply) -> reply.file(request, bytes))) {
      serve(Map.of("HF_ENDPOINT", hub.uri().toString()));
      List<Event> events = served.events("models/camel-1b/pull", "{}");
      Event first = events.getFirst();
      assertEquals("progress", first.name());
      assertEquals(SIZE, first.data().number("total"));
      assertEquals("pulling", first.data().text("what"));
      assertTrue(first.data().number("bytesPerSecond") >= 0);
      Event last = events.getLast();
      assertEquals("model", last.name());
      assertTrue(last.data().is("here") && last.data().is("pulled"));
      Told again = served.post("models/camel-1b/pull", "").well();
      assertFalse(again.is("pulled"));
      assertEquals(1, served.get("status").well().number("models"));
    }
  }

  @Test
  void whoGoesAwayStopsThePullWhichGoesOnLater() throws Exception {
    byte[] bytes = weights();
    HubServer.Handler slow =
        (request, reply) -> {
          if (request.first() > 0) {
            reply.file(request, bytes);
            return;
          }
          reply.head("200 OK", "ETag: \"one\"", "Content-Length: " + SIZE);
          for (int at = 0; at < SIZE; at += 100_000) {
            reply.body(bytes, at, at + 100_000);
            pause();
          }
        };
    try (HubServer hub = new HubServer(slow)) {
      serve(Map.of("HF_ENDPOINT", hub.uri().toString()));
      try (InputStream pull = served.begun("models/camel-1b/pull", "{}")) {
        await(() -> begun() > 200_000);
        assertEquals("503 model.pull.busy", served.post("models/camel-1b/pull", "").error());
      }
      await(() -> !served.post("models/camel-1b/pull", "").text().contains("model.pull.busy"));
      assertTrue(served.get("models").well().is("items", 0, "here"));
      assertTrue(hub.requests.stream().anyMatch(request -> request.first() > 200_000));
    }
  }

  private int begun() {
    return served.get("models").well().number("items", 0, "begunBytes");
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "it did not come about");
      Thread.sleep(50);
    }
  }

  @Test
  void aPullThatFailsSaysWhy() throws Exception {
    try (HubServer hub = new HubServer((_, reply) -> reply.nothing("404 Not Found"))) {
      serve(Map.of("HF_ENDPOINT", hub.uri().toString()));
      assertEquals("502 model.pull.missing", served.post("models/camel-1b/pull", "").error());
      assertEquals("404 model.unknown", served.post("models/none/pull", "").error());
      assertEquals(404, served.post("models/..%2f..%2fx/pull", "").status());
      assertEquals("409 model.licence", served.post("models/terms-1b/pull", "{}").error());
      String accepted = "{\"accepted\": true}";
      assertEquals("502 model.pull.missing", served.post("models/terms-1b/pull", accepted).error());
      assertEquals(
          "400 server.kind.flag", served.post("models/terms-1b/pull", "{\"accepted\": 1}").error());
    }
  }

  @Test
  void theOneThatSpeaksIsChosen() throws Exception {
    serve(Map.of());
    assertEquals("own-lines", served.get("models/default").well().text("model"));
    String path = "models/default";
    assertEquals("400 model.use.elsewhere", put(path, "{\"model\": \"camel-1b\"}").error());
    assertEquals("404 model.unknown", put(path, "{\"model\": \"/etc/passwd\"}").error());
    assertEquals(
        "400 model.use.address", put(path, "{\"model\": \"file:///etc/passwd#m\"}").error());
    assertEquals("400 server.required", put(path, "{}").error());
    String address = "{\"model\": \"http://127.0.0.1:9/v1#m\"}";
    assertEquals("http://127.0.0.1:9/v1#m", put(path, address).well().text("model"));
    Told endpoint = served.get("models").well().at("endpoints", 0);
    assertEquals("m", endpoint.text("model"));
    assertEquals("http://127.0.0.1:9/v1", endpoint.text("url"));
    assertEquals("http://127.0.0.1:9/v1#m", served.get("status").well().text("defaultModel"));
    assertEquals("own-lines", put(path, "{\"model\": \"own-lines\"}").well().text("model"));
    assertEquals(List.of(), served.get("models").well().list("endpoints"));
  }

  private Answer put(String path, String json) {
    return served.put(path, json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void modelsAreListedInPartsAndRemoved() throws Exception {
    byte[] bytes = weights();
    try (HubServer hub = new HubServer((request, reply) -> reply.file(request, bytes))) {
      serve(Map.of("HF_ENDPOINT", hub.uri().toString()));
      Told second = served.get("models?offset=1&limit=1").well();
      assertEquals(List.of("terms-1b"), second.each("name", "items"));
      assertEquals(2, second.number("total"));
      assertEquals("404 model.absent", served.ask("DELETE", "models/camel-1b", null).error());
      assertEquals("404 model.unknown", served.ask("DELETE", "models/none", null).error());
      served.post("models/camel-1b/pull", "").well();
      put("models/default", "{\"model\": \"CAMEL-1B\"}").well();
      assertTrue(served.get("models").well().is("items", 0, "inUse"));
      assertEquals(204, served.ask("DELETE", "models/camel-1b", null).status());
      assertEquals("own-lines", served.get("models/default").well().text("model"));
      assertFalse(served.get("models").well().is("items", 0, "here"));
    }
  }

  @Test
  void aServerIsTriedAndSetUpAndItsKeyIsNeverTold() throws Exception {
    serve(Map.of());
    try (FakeEndpoint there =
        FakeEndpoint.answering(FakeEndpoint.saying("2"))
            .at(
                "/v1/models",
                FakeEndpoint.json("{\"data\": [{\"id\": \"m\"}, {\"id\": \"n\"}]}"))) {
      String body = Json.write(Map.of("url", there.base(), "model", "m", "key", "sk-secret-1"));
      Told tried = served.post("endpoints/test", body).well();
      assertTrue(tried.is("ok"));
      assertEquals("2", tried.text("reply"));
      assertEquals(List.of("m", "n"), tried.texts("models"));
      assertEquals("Bearer sk-secret-1", there.calls().getFirst().headers().get("authorization"));
      assertFalse(Files.exists(served.home().resolve("keys")));

      Answer used = put("endpoints", body);
      assertEquals(there.base() + "#m", used.well().text("model"));
      Path key = served.home().resolve("keys/127.0.0.1");
      assertEquals("sk-secret-1\n", Files.readString(key));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
      for (String path : List.of("models", "models/default", "status", "meter", "ledger")) {
        assertFalse(served.get(path).text().contains("secret"), path);
      }
      String talk = served.post("conversations", "{\"persona\": \"阿远\"}").well().text("id");
      String said = "{\"text\": \"你养过什么动物？\"}";
      Told turn = served.post("conversations/" + talk + "/turns", said).well();
      assertEquals(there.base() + "#m", turn.text("voice"));
      assertEquals("Bearer sk-secret-1", there.calls().getLast().headers().get("authorization"));

      put("endpoints", body.replace("secret-1", "secret-2")).well();
      served.post("conversations/" + talk + "/turns", said).well();
      assertEquals("Bearer sk-secret-2", there.calls().getLast().headers().get("authorization"));
      put("endpoints", Json.write(Map.of("url", there.base(), "model", "n"))).well();
      assertEquals("sk-secret-2\n", Files.readString(key));
    }
    try (var log = Files.walk(folder)) {
      for (Path file :
          log.filter(Files::isRegularFile).filter(f -> !f.toString().contains("keys")).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("sk-secret"), file.toString());
      }
    }
  }

  @Test
  void onlyServersAreTried() throws Exception {
    serve(Map.of());
    for (String url :
        List.of(
            "file:///etc/passwd",
            "ftp://x/y",
            "localhost:1",
            "http://",
            "http://a@b/v1",
            "http://a/v1?k=1",
            "http://a/#x",
            "http://../")) {
      for (String path : List.of("endpoints/test", "endpoints")) {
        String body = Json.write(Map.of("url", url, "model", "m"));
        Answer answer = path.endsWith("test") ? served.post(path, body) : put(path, body);
        assertEquals("400 model.remote.address", answer.error(), url);
      }
    }
    String plain =
        Json.write(Map.of("url", "http://example.org/v1", "model", "m", "key", "sk-1234"));
    assertEquals("400 model.remote.key.plain", put("endpoints", plain).error());
    String odd = Json.write(Map.of("url", "http://localhost:1/v1", "model", "m", "key", "a b\nc"));
    Answer refused = put("endpoints", odd);
    assertEquals("400 model.remote.key.form", refused.error());
    assertFalse(refused.text().contains("a b"), refused.text());
    String nameless = Json.write(Map.of("url", "http://localhost:1/v1"));
    assertEquals("400 model.use.address", put("endpoints", nameless).error());
    assertEquals("400 server.required", served.post("endpoints/test", "{}").error());
    assertFalse(Files.exists(served.home().resolve("keys")));
    assertEquals("own-lines", served.get("models/default").well().text("model"));
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidSo() throws Exception {
    serve(Map.of());
    try (FakeEndpoint there =
        FakeEndpoint.answering(FakeEndpoint.error(401, "no sk-secret-1 here"))) {
      String body = Json.write(Map.of("url", there.base(), "model", "m", "key", "sk-secret-1"));
      Answer answer = served.post("endpoints/test", body);
      assertEquals("502 model.remote.key.wrong", answer.error());
      assertFalse(answer.text().contains("secret"), answer.text());
    }
  }
}
