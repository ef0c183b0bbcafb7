package luotuo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
  private final BlockingQueue<Throwable> unforeseen = new LinkedBlockingQueue<>();
  private final CountDownLatch go = new CountDownLatch(1);
  private @Nullable HttpServer server;

  @AfterEach
  void stop() {
    go.countDown();
    if (server != null) {
      server.close();
    }
    client.close();
  }

  private static HttpSettings settings() {
    return HttpSettings.local("en").withGrace(Duration.ofMillis(200));
  }

  private int start(HttpSettings settings) {
    Routes api = new Routes("/api", ErrorForm.PLAIN);
    api.get("/hello/{name}", e -> e.json(Map.of("hello", e.parameter("name"))))
        .post("/echo", e -> e.json(e.object()))
        .put("/bytes/{+path}", e -> e.json(count(e)))
        .get("/missing", e -> fail(Failure.of("persona.unknown", "x", "y")))
        .get("/broken", e -> fail(new IllegalStateException("a secret")))
        .get("/wait", this::wait)
        .get("/events", this::events)
        .get("/brokenEvents", HttpServerTest::brokenEvents);
    HttpServer started =
        HttpServer.start(
            settings,
            List.of(api),
            (method, route, status, _) -> happened.add(method + " " + route + " " + status),
            unforeseen::add);
    server = started;
    return started.port();
  }

  private HttpServer started() {
    return Objects.requireNonNull(server);
  }

  private static Map<String, Object> count(Exchange exchange) {
    try (var body = exchange.body(1000)) {
      return Map.of("path", exchange.parameter("path"), "bytes", body.readAllBytes().length);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void fail(RuntimeException e) {
    throw e;
  }

  /// Works until it is let go, or the client leaves.
  private void wait(Exchange exchange) {
    try (Watch _ = exchange.watch()) {
      happened.add("waiting");
      go.await();
      exchange.json(Map.of("done", true));
    } catch (InterruptedException e) {
      happened.add("interrupted");
      throw new Cancelled();
    }
  }

  private void events(Exchange exchange) {
    EventStream events = exchange.events();
    try (Watch _ = exchange.watch()) {
      events.event("begun", Map.of());
      happened.add("waiting");
      go.await();
      events.event("done", Map.of("all", true));
    } catch (InterruptedException e) {
      happened.add("interrupted");
      throw new Cancelled();
    }
  }

  private static void brokenEvents(Exchange exchange) {
    exchange.events().event("begun", Map.of());
    throw Failure.of("model.failed", "m", "reason");
  }

  private HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String next() throws InterruptedException {
    return String.valueOf(happened.poll(10, TimeUnit.SECONDS));
  }

  @Test
  void answersWithJsonAndTellsTheRoute() throws Exception {
    int port = start(settings());
    HttpResponse<String> hello = send(request(port, "/api/hello/%E9%AA%86%E9%A9%BC%20x"));
    assertEquals(200, hello.statusCode());
    assertEquals("{\"hello\":\"骆驼 x\"}", hello.body());
    assertEquals("nosniff", hello.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("GET /api/hello/{name} 200", next());
    HttpResponse<String> bytes =
        send(request(port, "/api/bytes/a/b%20c.txt").PUT(BodyPublishers.ofString("12345")));
    assertEquals("a/b c.txt", luotuo.json.Json.readObject(bytes.body()).get("path"));
    assertEquals(5, luotuo.json.Json.readObject(bytes.body()).get("bytes"));
  }

  @Test
  void errorsAreOneSentenceInTheLanguageAskedFor() throws Exception {
    int port = start(settings());
    HttpResponse<String> english = send(request(port, "/api/missing"));
    assertEquals(404, english.statusCode());
    assertEquals(
        "{\"error\":{\"key\":\"persona.unknown\",\"message\":\"There is no character called x;"
            + " there are y.\"}}",
        english.body());
    HttpResponse<String> chinese =
        send(request(port, "/api/missing").header("Accept-Language", "fr, zh-CN;q=0.9"));
    assertTrue(chinese.body().contains("x"), chinese.body());
    assertTrue(chinese.body().contains("没有"), chinese.body());
    assertEquals(404, send(request(port, "/nowhere?lang=zh")).statusCode());
    assertEquals(404, send(request(port, "/api/echo/more")).statusCode());
  }

  @Test
  void aPathThatIsThereForOtherMethodsSaysForWhich() throws Exception {
    int port = start(settings());
    HttpResponse<String> refused = send(request(port, "/api/echo"));
    assertEquals(405, refused.statusCode());
    assertEquals(Optional.of("POST"), refused.headers().firstValue("Allow"));
    assertTrue(refused.body().contains("POST"), refused.body());
  }

  @Test
  void whatNobodyForesawIsLoggedAndNotTold() throws Exception {
    int port = start(settings());
    HttpResponse<String> broken = send(request(port, "/api/broken"));
    assertEquals(500, broken.statusCode());
    assertTrue(broken.body().contains("server.failed"), broken.body());
    assertFalse(broken.body().contains("secret"), broken.body());
    assertEquals("a secret", String.valueOf(unforeseen.take().getMessage()));
  }

  @Test
  void bodiesAreBoundedAndMalformedOnesNamed() throws Exception {
    int port = start(settings());
    HttpResponse<String> bad =
        send(request(port, "/api/echo").POST(BodyPublishers.ofString("{\n\"a\": nope}")));
    assertEquals(400, bad.statusCode());
    assertTrue(bad.body().contains("line 2"), bad.body());
    String large = "\"" + "x".repeat(2 << 20) + "\"";
    assertEquals(
        413, send(request(port, "/api/echo").POST(BodyPublishers.ofString(large))).statusCode());
    HttpRequest.BodyPublisher chunked =
        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large.getBytes()));
    assertEquals(413, send(request(port, "/api/echo").POST(chunked)).statusCode());
    assertEquals(
        413,
        send(request(port, "/api/bytes/x").PUT(BodyPublishers.ofByteArray(new byte[1001])))
            .statusCode());
    assertEquals(200, send(request(port, "/api/hello/x")).statusCode(), "and goes on");
  }

  @Test
  void foreignHostsAndOriginsAreTurnedAway() throws Exception {
    int port = start(settings().withNames(List.of("camel.local")));
    for (String host : List.of("evil.example", "localhost:1", "127.0.0.1.evil.example:" + port)) {
      try (Raw raw = new Raw(port)) {
        raw.say("GET /api/hello/x HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertTrue(raw.until("\r\n").contains("403"), host);
      }
    }
    for (String host : List.of("camel.local", "127.0.0.1:" + port, "[::1]:" + port)) {
      try (Raw raw = new Raw(port)) {
        raw.say("GET /api/hello/x HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertTrue(raw.until("\r\n").contains("200"), host);
      }
    }
    for (String origin : List.of("http://evil.example", "null", "http://localhost:1")) {
      assertEquals(403, echo(port, "Origin", origin), origin);
    }
    assertEquals(200, echo(port, "Origin", "http://localhost:" + port));
    assertEquals(403, echo(port, "Sec-Fetch-Site", "cross-site"));
    assertEquals(200, echo(port, "Sec-Fetch-Site", "same-origin"));
  }

  private int echo(int port, String header, String value) throws Exception {
    return send(request(port, "/api/echo")
            .header(header, value)
            .POST(BodyPublishers.ofString("{}")))
        .statusCode();
  }

  @Test
  void onlyNamedPagesMayRead() throws Exception {
    int port = start(settings().withOrigins(List.of("https://page.example")));
    HttpResponse<String> named =
        send(request(port, "/api/hello/x").header("Origin", "https://page.example"));
    assertEquals(200, named.statusCode());
    assertEquals(
        "https://page.example",
        named.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    HttpResponse<String> asked =
        send(
            request(port, "/api/echo")
                .header("Origin", "https://page.example")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertEquals(204, asked.statusCode());
    assertTrue(
        asked.headers().firstValue("Access-Control-Allow-Methods").orElse("").contains("POST"));
    HttpResponse<String> other = send(request(port, "/api/hello/x"));
    assertEquals(Optional.empty(), other.headers().firstValue("Access-Control-Allow-Origin"));
  }

  @Test
  void whereATokenIsSetEverybodyNeedsIt() throws Exception {
    int port = start(settings().withToken(Optional.of("s3cret")));
    assertEquals(401, send(request(port, "/api/hello/x")).statusCode());
    assertEquals(
        401,
        send(request(port, "/api/hello/x").header("Authorization", "Bearer s3cre")).statusCode());
    assertEquals(
        200,
        send(request(port, "/api/hello/x").header("Authorization", "Bearer s3cret")).statusCode());
    HttpResponse<String> login = send(request(port, "/api/hello/x?token=s3cret"));
    assertEquals(303, login.statusCode());
    assertEquals("/api/hello/x", login.headers().firstValue("Location").orElse(""));
    String cookie = login.headers().firstValue("Set-Cookie").orElse("");
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    assertEquals(
        200,
        send(request(port, "/api/hello/x").header("Cookie", "a=b; " + cookie.split(";")[0]))
            .statusCode());
    assertEquals(401, send(request(port, "/api/hello/x?token=wrong")).statusCode());
  }

  @Test
  void aClientThatGoesAwayEndsTheWorkAtOnce() throws Exception {
    int port = start(settings());
    Raw raw = new Raw(port).get("/api/wait", port);
    assertEquals("waiting", next());
    raw.close();
    assertEquals("interrupted", next());
    assertEquals("GET /api/wait 0", next());
  }

  @Test
  void aStreamShowsThatItLivesAndEndsWithItsClient() throws Exception {
    int port = start(settings());
    try (Raw raw = new Raw(port).get("/api/events", port)) {
      String head = raw.until("event: begun\ndata: {}\n\n");
      assertTrue(head.contains("text/event-stream"), head);
      assertTrue(raw.until(": ping").length() < 40, "a comment each second");
    }
    assertEquals("waiting", next());
    assertEquals("interrupted", next());
  }

  @Test
  void anErrorAfterTheBeginningIsTheLastEvent() throws Exception {
    int port = start(settings());
    HttpResponse<String> events = send(request(port, "/api/brokenEvents"));
    assertEquals(200, events.statusCode());
    assertTrue(
        events
            .body()
            .endsWith(
                "event: error\ndata: {\"key\":\"model.failed\",\"message\":\"The model m failed:"
                    + " reason.\"}\n\n"),
        events.body());
  }

  @Test
  void stoppingLetsRepliesEndAndTellsTheOthers() throws Exception {
    int port = start(settings().withGrace(Duration.ofSeconds(20)));
    CompletableFuture<HttpResponse<String>> reply =
        client.sendAsync(request(port, "/api/wait").build(), BodyHandlers.ofString());
    assertEquals("waiting", next());
    Thread stop = Thread.ofVirtual().start(started()::close);
    Thread.sleep(100);
    go.countDown();
    assertEquals("{\"done\":true}", reply.get(10, TimeUnit.SECONDS).body());
    assertTrue(stop.join(Duration.ofSeconds(10)));
  }

  @Test
  void stoppingTellsThoseWhoseTimeIsUp() throws Exception {
    int port = start(settings());
    CompletableFuture<HttpResponse<String>> whole =
        client.sendAsync(request(port, "/api/wait").build(), BodyHandlers.ofString());
    assertEquals("waiting", next());
    CompletableFuture<HttpResponse<String>> stream =
        client.sendAsync(request(port, "/api/events").build(), BodyHandlers.ofString());
    assertEquals("waiting", next());
    started().close();
    assertEquals(503, whole.get(10, TimeUnit.SECONDS).statusCode());
    String last = stream.get(10, TimeUnit.SECONDS).body();
    assertTrue(last.contains("event: error\ndata: {\"key\":\"server.stopping\""), last);
  }

  @Test
  void connectionsAreKeptAndClosedAsTheClientWants() throws Exception {
    int port = start(settings());
    try (Raw raw = new Raw(port)) {
      raw.get("/api/hello/a", port).get("/api/hello/b", port);
      assertTrue(raw.until("{\"hello\":\"a\"}").contains("200 OK"));
      assertTrue(raw.until("{\"hello\":\"b\"}").contains("200 OK"));
      raw.say(
          "GET /api/hello/c HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n");
      assertTrue(raw.rest().endsWith("{\"hello\":\"c\"}"), "and the end");
    }
  }

  @Test
  void aRequestSentAheadWaitsForItsTurn() throws Exception {
    int port = start(settings());
    try (Raw raw = new Raw(port)) {
      raw.get("/api/wait", port);
      assertEquals("waiting", next());
      raw.get("/api/hello/b", port);
      go.countDown();
      assertTrue(raw.until("{\"done\":true}").contains("200 OK"));
      assertTrue(raw.until("{\"hello\":\"b\"}").contains("200 OK"));
    }
  }

  @Test
  void whoIsSilentInTheMiddleIsNotWaitedFor() {
    int port = start(settings().withPatience(Duration.ofMillis(300)));
    try (Raw head = new Raw(port).say("GET /api/hello/x HTTP/1.1\r\nHost: loc");
        Raw body =
            new Raw(port)
                .say(
                    "POST /api/echo HTTP/1.1\r\nHost: localhost:"
                        + port
                        + "\r\nContent-Length: 100\r\n\r\n{");
        Raw nothing = new Raw(port)) {
      long began = System.nanoTime();
      head.rest();
      body.rest();
      nothing.rest();
      assertTrue(System.nanoTime() - began < Duration.ofSeconds(9).toNanos());
    }
  }

  @Test
  void malformedRequestsAndHugeHeadsAreRefused() {
    int port = start(settings());
    try (Raw nonsense = new Raw(port).say("NONSENSE\r\n\r\n");
        Raw large =
            new Raw(port)
                .say("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");
        Raw both =
            new Raw(port)
                .say(
                    "POST /api/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n{}")) {
      assertTrue(nonsense.rest().startsWith("HTTP/1.1 400"));
      assertTrue(large.rest().startsWith("HTTP/1.1 4"));
      assertTrue(both.rest().startsWith("HTTP/1.1 400"));
    }
  }
}
