package luotuo.model.remote;

import static luotuo.model.remote.FakeEndpoint.error;
import static luotuo.model.remote.FakeEndpoint.events;
import static luotuo.model.remote.FakeEndpoint.finish;
import static luotuo.model.remote.FakeEndpoint.form;
import static luotuo.model.remote.FakeEndpoint.head;
import static luotuo.model.remote.FakeEndpoint.json;
import static luotuo.model.remote.FakeEndpoint.raw;
import static luotuo.model.remote.FakeEndpoint.said;
import static luotuo.model.remote.FakeEndpoint.saying;
import static luotuo.model.remote.FakeEndpoint.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import org.junit.jupiter.api.Test;

/// What goes wrong, what is tried again, and what is said about it.
class RemoteFailuresTest {
  private static final ChatRequest HELLO =
      new ChatRequest(List.of(Message.user("你好")), Sampling.GREEDY);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(200));

  private final List<Duration> waits = new ArrayList<>();
  private final List<Piece> pieces = new CopyOnWriteArrayList<>();
  private final Retry retry = new Retry(new Random(7), InstantSource.fixed(NOW), waits::add);

  private String say(FakeEndpoint server, Endpoint endpoint) {
    try (var model = RemoteModel.open(endpoint, retry)) {
      return model.complete(HELLO, pieces::add).text();
    } finally {
      calls = (int) server.calls().stream().filter(c -> c.method().equals("POST")).count();
    }
  }

  private int calls;

  private String say(FakeEndpoint.Answer... answers) {
    try (var server = FakeEndpoint.answering(answers)) {
      return say(server, server.endpoint().withPatience(SHORT));
    }
  }

  private Problem fail(FakeEndpoint.Answer... answers) {
    waits.clear();
    pieces.clear();
    return assertThrows(Failure.class, () -> say(answers)).problem();
  }

  private void fails(String key, String message, int times, FakeEndpoint.Answer... answers) {
    Problem problem = fail(answers);
    assertEquals("model.remote." + key, problem.key(), problem.toString());
    assertTrue(problem.toString().contains(message), problem.toString());
    assertEquals(times, calls, key);
  }

  @Test
  void theProvidersOwnWordsAreInTheFailure() {
    fails("refused", "too hot", 1, error(400, "too hot"));
    fails("refused", "No money", 1, error(402, "No money"));
    fails("key.missing", "who are you", 1, error(401, "who are you"));
    fails("forbidden", "not here", 1, error(403, "not here"));
    fails(
        "refused",
        "a\\b c",
        1,
        status(418, "", "{\"detail\":[{\"msg\":\"a\\\\b\",\"loc\":[\"c\"]}]}"));
    fails("refused", "flat", 1, status(409, "", "{\"error\":\"flat\"}"));
    fails("refused", "plain words", 1, status(409, "", "plain\nwords"));
    fails(
        "broken",
        "Bad Gateway",
        5,
        status(502, "", "<html><head><title>Bad\nGateway</title></head><body>x</body></html>"));
    assertTrue(fail(status(409, "", "x".repeat(100_000))).toString().length() < 1000);
    fails("refused", "–", 1, status(409, "", ""));
  }

  @Test
  void aMissingModelIsAnsweredWithThoseThatAreThere() {
    var list = json("{\"data\":[{\"id\":\"qwen3\"},{\"id\":\"gemma3\"}]}");
    var missing = error(404, "model 'm' not found");
    try (var server = FakeEndpoint.answering(missing).at("/v1/models", list)) {
      var problem = assertThrows(Failure.class, () -> say(server, server.endpoint())).problem();
      assertEquals(
          Problem.of(
              "model.remote.model",
              server.endpoint().server(),
              "m",
              "model 'm' not found",
              "qwen3, gemma3"),
          problem);
    }
    fails("path", "404 page not found", 1, status(404, "", "404 page not found"));
    try (var server = FakeEndpoint.answering(list)) {
      var unnamed = server.endpoint().withModel("");
      var problem = assertThrows(Failure.class, () -> say(server, unnamed)).problem();
      assertEquals("model.remote.choose", problem.key());
      assertTrue(problem.arguments().contains("qwen3, gemma3"), problem.toString());
    }
    try (var server = FakeEndpoint.answering(json("{\"data\":[]}"))) {
      var unnamed = server.endpoint().withModel("");
      var problem = assertThrows(Failure.class, () -> say(server, unnamed)).problem();
      assertEquals("model.remote.none", problem.key());
    }
  }

  @Test
  void whatMayPassIsTriedAgainAndThenTold() {
    fails("limited", "slow down", 5, error(429, "slow down"));
    assertEquals(4, waits.size());
    for (int i = 0; i < 4; i++) {
      assertTrue(waits.get(i).toMillis() <= 500L << i, waits.toString());
    }
    assertTrue(waits.stream().distinct().count() > 2, "no jitter: " + waits);
    fails("broken", "overloaded", 5, error(503, "overloaded"));
    fails(
        "limited",
        "no credit",
        1,
        status(429, "", "{\"error\":{\"message\":\"no credit\",\"code\":\"insufficient_quota\"}}"));
    assertEquals("好", say(error(429, "a"), error(500, "b"), error(503, "c"), saying("好")));
    assertEquals("好", say((call, line) -> line.reset(), saying("好")));
    assertEquals("好", say(raw(""), saying("好")));
    assertEquals("好", say(events("{\"error\":{\"message\":\"busy\",\"code\":503}}"), saying("好")));
    assertEquals("好", say((call, line) -> line.stall(), saying("好")));
  }

  @Test
  void aServersWishToWaitIsHonoured() {
    say(status(429, "Retry-After: 7\r\n", ""), saying("好"));
    assertTrue(waits.getFirst().toMillis() >= 7000 && waits.getFirst().toMillis() <= 7500);
    waits.clear();
    say(status(503, "Retry-After: Tue, 24 Nov 2026 12:00:30 GMT\r\n", ""), saying("好"));
    assertTrue(waits.getFirst().toMillis() >= 30_000 && waits.getFirst().toMillis() <= 30_500);
    waits.clear();
    say(
        status(429, "Retry-After: Tue, 24 Nov 2026 11:00:30 GMT\r\n", ""),
        status(429, "Retry-After: soon\r\n", ""),
        saying("好"));
    assertTrue(waits.stream().allMatch(w -> w.toMillis() <= 1000), waits.toString());
    var far = "{\"error\":\"come tomorrow\"}";
    fails("wait", "come tomorrow", 1, status(429, "Retry-After: 61\r\n", far));
    fails("wait", "61", 1, status(429, "Retry-After: Tue, 24 Nov 2026 12:01:01 GMT\r\n", far));
    fails("wait", "2026-11-2", 1, status(503, "Retry-After: 7200\r\n", far));
  }

  @Test
  void nothingIsTriedAgainOnceAPieceWasTold() {
    fails("cut", "2", 1, events(said("你好")), saying("不"));
    assertEquals(List.of(new Piece.Said("你好")), pieces);
    fails("cut", "1", 1, brokenOff(head("text/event-stream") + form(said("嗯"))));
    fails(
        "cut",
        "1",
        1,
        brokenOff(head("text/event-stream") + "data: " + said("嗯") + "\n\ndata: {\"cho"));
    fails(
        "stalled",
        "1",
        1,
        (call, line) -> line.send(head("text/event-stream") + form(said("嗯"))).stall());
    fails(
        "error",
        "the GPU fell over",
        1,
        events(said("嗯"), "{\"error\":{\"message\":\"the GPU fell over\",\"code\":500}}"));
    fails(
        "error",
        "insufficient_system_resource",
        1,
        events(said("嗯"), finish("insufficient_system_resource")));
    var chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    String one = form(said("嗯"));
    int length = one.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    fails(
        "cut",
        "1",
        1,
        (call, line) -> line.send(chunked + Integer.toHexString(length) + "\r\n" + one + "\r\n"));
  }

  /// Sends this, and breaks off as soon as the first piece of it was told.
  private FakeEndpoint.Answer brokenOff(String text) {
    return (call, line) -> {
      line.send(text);
      while (pieces.isEmpty()) {
        Thread.sleep(1);
      }
      line.reset();
    };
  }

  @Test
  void silenceAndClosedDoorsAreTold() throws Exception {
    fails("timeout", "", 5, (call, line) -> line.stall());
    fails("timeout", "", 5, (call, line) -> line.send(head("text/event-stream")).stall());
    int port;
    try (var socket = new java.net.ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    waits.clear();
    var nobody = Endpoint.parse("http://127.0.0.1:" + port + "/v1#m");
    try (var model = RemoteModel.open(nobody, retry)) {
      var failure = assertThrows(Failure.class, () -> model.complete(HELLO, pieces::add));
      assertEquals("model.remote.unreachable", failure.problem().key());
    }
    assertEquals(4, waits.size());
  }

  @Test
  void whatIsNoAnswerIsShownShort() {
    fails("malformed", "Welcome", 1, status(200, "", "<!doctype html><title>Welcome</title><p>x"));
    fails("malformed", "hello", 1, status(200, "", "hello"));
    fails("malformed", "", 1, events("{\"choices\":[}"));
    fails("malformed", "no choices", 1, json("{\"answer\":\"x\"}"));
    fails("error", "out of memory", 1, json("{\"error\":\"out of memory\"}"));
    fails("malformed", "", 1, events("[".repeat(100_000)));
  }

  @Test
  void moreThanAReplyIsNotTaken() {
    FakeEndpoint.Answer line =
        (call, out) -> {
          out.send(head("text/event-stream") + "data: ");
          byte[] bytes = "x".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
          for (int i = 0; i < 17; i++) {
            out.send(bytes);
          }
        };
    fails("large", "", 1, line);
    String delta = form(said("x".repeat(1 << 20)));
    FakeEndpoint.Answer reply =
        (call, out) -> {
          out.send(head("text/event-stream"));
          for (int i = 0; i < 18; i++) {
            out.send(delta);
          }
        };
    fails("large", "", 1, reply);
  }

  @Test
  void theKeyGoesToTheServerAndNowhereElse() {
    var key = Key.of("sesame-open-1234", "test");
    try (var other = FakeEndpoint.answering(saying("好"));
        var server =
            FakeEndpoint.answering(
                error(401, "wrong key sesame-open-1234"),
                status(307, "Location: " + other.base() + "/chat/completions\r\n", ""))) {
      var endpoint = server.endpoint().withKey(key);
      var wrong = assertThrows(Failure.class, () -> say(server, endpoint));
      assertEquals("model.remote.key.wrong", wrong.problem().key());
      assertFalse(wrong.toString().contains("sesame"), wrong.toString());
      var moved = assertThrows(Failure.class, () -> say(server, endpoint)).problem();
      assertEquals("model.remote.moved", moved.key());
      assertTrue(moved.toString().contains(other.base()), moved.toString());
      assertEquals(List.of(), other.calls());
      var headers = server.calls().getFirst().headers();
      assertEquals("Bearer sesame-open-1234", headers.get("authorization"));
      assertFalse(headers.containsKey("accept-encoding") || headers.containsKey("upgrade"));
    }
  }

  @Test
  void anInterruptEndsTheWaitBetweenAttempts() throws Exception {
    var sleeping = new Retry(new Random(7), InstantSource.fixed(NOW), time -> Thread.sleep(60_000));
    try (var server = FakeEndpoint.answering(error(429, "slow down"));
        var model = RemoteModel.open(server.endpoint(), sleeping)) {
      var caller =
          Thread.ofVirtual()
              .start(() -> assertThrows(Cancelled.class, () -> model.complete(HELLO, p -> {})));
      while (server.calls().isEmpty()) {
        Thread.sleep(5);
      }
      Thread.sleep(50);
      caller.interrupt();
      assertTrue(caller.join(Duration.ofSeconds(5)), "still waiting");
    }
  }
}
