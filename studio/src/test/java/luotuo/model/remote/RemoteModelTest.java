package luotuo.model.remote;

import static luotuo.model.remote.FakeEndpoint.delta;
import static luotuo.model.remote.FakeEndpoint.error;
import static luotuo.model.remote.FakeEndpoint.events;
import static luotuo.model.remote.FakeEndpoint.finish;
import static luotuo.model.remote.FakeEndpoint.form;
import static luotuo.model.remote.FakeEndpoint.head;
import static luotuo.model.remote.FakeEndpoint.json;
import static luotuo.model.remote.FakeEndpoint.raw;
import static luotuo.model.remote.FakeEndpoint.said;
import static luotuo.model.remote.FakeEndpoint.saying;
import static luotuo.model.remote.FakeEndpoint.usage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import luotuo.job.Cancelled;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Completion.Finish;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import org.junit.jupiter.api.Test;

/// What is made of what servers send, and what is sent to them.
class RemoteModelTest {
  private static final ChatRequest HELLO =
      new ChatRequest(List.of(Message.system("你是李鲁鲁。"), Message.user("你好")), Sampling.GREEDY);

  private record Heard(Completion completion, List<Piece> pieces) {}

  private static Heard hear(FakeEndpoint.Answer... answers) {
    try (var server = FakeEndpoint.answering(answers);
        var model = RemoteModel.open(server.endpoint())) {
      return hear(model, HELLO);
    }
  }

  private static Heard hear(RemoteModel model, ChatRequest request) {
    List<Piece> pieces = new ArrayList<>();
    return new Heard(model.complete(request, pieces::add), pieces);
  }

  private static void says(String text, FakeEndpoint.Answer answer) {
    assertEquals(text, hear(answer).completion().text());
  }

  @Test
  void aUsualStream() {
    var heard =
        hear(
            events(
                delta(Map.of("role", "assistant", "content", "")),
                said("你"),
                said("好！"),
                finish("stop"),
                usage(11, 2),
                "[DONE]"));
    assertEquals("你好！", heard.completion().text());
    assertEquals(List.of(new Piece.Said("你"), new Piece.Said("好！")), heard.pieces());
    assertEquals(new Usage(11, 0, 2, true), heard.completion().usage());
    assertEquals(Finish.STOP, heard.completion().finish());
  }

  @Test
  void oddStreamsAreReadToo() {
    says("你好", raw((form(said("你"), said("好"), finish("stop"))).replace("\n", "\r\n")));
    says("你好", raw((form(said("你"), said("好"), finish("stop"))).replace("\n", "\r")));
    says("好", raw("\uFEFF: ping\n\n" + form(said("好"), "[DONE]")));
    says("好", raw(": ping\n\nretry: 5\nevent: x\nid: 1\ndata:" + said("好") + "\n\ndata:[DONE]"));
    says(
        "好",
        raw(
            "\n\ndata: {\"choices\":\ndata: [{\"delta\":{\"content\":\"好\"}}]}\n\n"
                + form("[DONE]")));
    says("好", events(said("好"), "{\"choices\":null}", "{\"choices\":[]}", "{}", "[DONE]"));
    says("好", events("{\"choices\":[{\"delta\":null}]}", said("好"), "[DONE]"));
    says("好", events("{\"choices\":[{\"delta\":{\"content\":null}}]}", said("好"), finish("stop")));
    says(
        "好",
        events("{\"choices\":[{\"message\":{\"content\":\"好\"},\"finish_reason\":\"stop\"}]}"));
    says("好", events(said("好"), finish(""), finish("stop"), "what is this"));
    says("", events(finish("stop")));
  }

  @Test
  void contentMayComeInParts() {
    String parts =
        "[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"嗯\"}]},"
            + "{\"type\":\"text\",\"text\":\"你\"},{\"type\":\"text\",\"text\":\"好\"},\"！\"]";
    var heard =
        hear(json("{\"choices\":[{\"message\":{\"content\":" + parts + "}}],\"usage\":null}"));
    assertEquals("你好！", heard.completion().text());
    assertEquals("嗯", heard.completion().thoughts());
  }

  @Test
  void aPlainAnswerIsTakenToo() {
    var heard =
        hear(
            json(
                "{\n\"choices\":[{\"index\":0,\"message\":{\"content\":\"你好\\n🐫\"},"
                    + "\"finish_reason\":\"length\"}],\r\n\"usage\":{\"prompt_tokens\":9,"
                    + "\"completion_tokens\":3,\"prompt_tokens_details\":{\"cached_tokens\":4}}}"));
    assertEquals("你好\n🐫", heard.completion().text());
    assertEquals(Finish.LENGTH, heard.completion().finish());
    assertEquals(new Usage(9, 4, 3, true), heard.completion().usage());
  }

  @Test
  void thoughtsAreNoPartOfTheReply() {
    for (String key : List.of("reasoning_content", "reasoning")) {
      var heard = hear(events(delta(Map.of(key, "想想")), said("好"), finish("stop")));
      assertEquals(List.of(new Piece.Thought("想想"), new Piece.Said("好")), heard.pieces());
    }
    var heard =
        hear(events(said("<th"), said("ink>\n想"), said("想</thi"), said("nk>\n\n好"), "[DONE]"));
    assertEquals("好", heard.completion().text());
    assertEquals("想想", heard.completion().thoughts());
    says("a <b> < c <think", events(said("a <b> <"), said(" c <think"), "[DONE]"));
  }

  @Test
  void theReasonToEndIsTold() {
    var reasons =
        Map.of(
            "stop", Finish.STOP,
            "eos", Finish.STOP,
            "length", Finish.LENGTH,
            "content_filter", Finish.FILTERED);
    reasons.forEach(
        (reason, finish) ->
            assertEquals(finish, hear(events(said("好"), finish(reason))).completion().finish()));
  }

  @Test
  void aCharacterSplitBetweenArrivalsAndDeltasIsWhole() {
    byte[] bytes = form(said("骆驼🐫"), "[DONE]").getBytes(StandardCharsets.UTF_8);
    says(
        "骆驼🐫",
        (call, line) -> {
          line.send(head("text/event-stream"));
          for (byte b : bytes) {
            line.send(new byte[] {b});
          }
        });
    var heard =
        hear(
            events(
                "{\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"\\udc2b\"}}]}",
                "[DONE]"));
    assertEquals(List.of(new Piece.Said("🐫")), heard.pieces());
  }

  @Test
  void missingCountsAreEstimatedAndCountsAreLearntFrom() {
    var usage = hear(events(said("你好"), finish("stop"))).completion().usage();
    assertFalse(usage.counted());
    assertTrue(usage.prompt() > 0 && usage.reply() > 0, usage.toString());
    String text = "今天天气不错，我们出去走走吧。".repeat(10);
    try (var server = FakeEndpoint.answering(events(said("好"), finish("stop"), usage(230, 1)));
        var model = RemoteModel.open(server.endpoint())) {
      var request = new ChatRequest(List.of(Message.user(text)), Sampling.GREEDY);
      int before = model.count(request.messages());
      hear(model, request);
      int after = model.count(request.messages());
      assertTrue(Math.abs(after - 230) < Math.abs(before - 230), before + " → " + after);
      assertEquals(230, after, 230 * 0.15);
    }
  }

  @Test
  void aServerWithoutStreamOptionsIsAskedAgainWithoutThem() {
    try (var server =
            FakeEndpoint.answering(
                error(400, "Unrecognized request argument supplied: stream_options"), saying("好"));
        var model = RemoteModel.open(server.endpoint())) {
      assertEquals("好", hear(model, HELLO).completion().text());
      hear(model, HELLO);
      var asked = server.calls().stream().map(c -> c.json().containsKey("stream_options")).toList();
      assertEquals(List.of(true, false, false), asked);
    }
  }

  @Test
  void settingsThatAServerRefusesAreDroppedOnceAndRemembered() {
    var sampling =
        new Sampling(
            0.5, 0.9, 40, 0.1, 1.1, 0.2, 0.3, Sampling.GREEDY.withSeed(5).seed(), List.of("a"), 9);
    var request = new ChatRequest(List.of(Message.user("你好")), sampling);
    try (var server =
            FakeEndpoint.answering(
                error(400, "Unknown name \"top_k\": Cannot find field."),
                error(422, "Extra inputs are not permitted min_p"),
                error(400, "repeat_penalty? no"),
                error(400, "Unsupported value: 'temperature' does not support 0.5 with this model"),
                error(
                    400,
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                        + " 'max_completion_tokens' instead."),
                events(said("好"), finish("stop")));
        var model = RemoteModel.open(server.endpoint())) {
      hear(model, request);
      hear(model, request);
      var first = server.calls().getFirst().json();
      for (String key :
          List.of(
              "top_k",
              "min_p",
              "repeat_penalty",
              "repetition_penalty",
              "frequency_penalty",
              "presence_penalty",
              "seed",
              "stop",
              "top_p",
              "temperature",
              "max_tokens")) {
        assertTrue(first.containsKey(key), key);
      }
      var last = server.calls().getLast().json();
      assertEquals(7, server.calls().size());
      assertEquals(
          List.of(
              "model",
              "messages",
              "stream",
              "stream_options",
              "max_completion_tokens",
              "top_p",
              "frequency_penalty",
              "presence_penalty",
              "seed",
              "stop",
              "repetition_penalty"),
          List.copyOf(last.keySet()));
    }
  }

  @Test
  void neutralSettingsAndSettingsThatOpenaiRefusesAreNotSent() {
    var lively = new ChatRequest(HELLO.messages(), Sampling.DEFAULT);
    var openai = Endpoint.parse("https://api.openai.com/v1#m");
    assertFalse(Wire.body(openai, lively, Dialect.PLAIN).containsKey("top_k"));
    var body = Wire.body(Endpoint.parse("http://localhost/v1#m"), lively, Dialect.PLAIN);
    assertEquals(40, body.get("top_k"));
    assertFalse(body.containsKey("min_p") || body.containsKey("repeat_penalty"));
  }

  @Test
  void stopTextsBeyondFourAreKeptToAllTheSame() {
    var stops = List.of("s1", "s2", "s3", "s4", "骗");
    try (var server = FakeEndpoint.answering(saying("我的骆驼会画画，不骗你。"));
        var model = RemoteModel.open(server.endpoint())) {
      var request = new ChatRequest(HELLO.messages(), Sampling.GREEDY.withStops(stops));
      assertEquals("我的骆驼会画画，不", hear(model, request).completion().text());
      assertEquals(stops.subList(0, 4), server.calls().getFirst().json().get("stop"));
    }
  }

  @Test
  void anAddressWithoutVersionIsTriedAsWrittenAndThenWithOne() {
    try (var server =
        FakeEndpoint.answering(saying("好"))
            .at("/chat/completions", FakeEndpoint.status(404, "", "404 page not found"))) {
      var bare = Endpoint.parse(server.base().replace("/v1", "") + "///#m");
      try (var model = RemoteModel.open(bare)) {
        hear(model, HELLO);
        hear(model, HELLO);
      }
      var paths = server.calls().stream().map(FakeEndpoint.Call::path).toList();
      String good = "/v1/chat/completions";
      assertEquals(List.of("/chat/completions", good, good), paths);
    }
    try (var server =
        FakeEndpoint.answering(saying("好"))
            .at(
                "/chat/completions",
                json("{\"error\":\"Unexpected endpoint or method. (POST /)\"}"))) {
      try (var model = RemoteModel.open(Endpoint.parse(server.base().replace("/v1", "#m")))) {
        assertEquals("好", hear(model, HELLO).completion().text());
      }
    }
  }

  @Test
  void theOnlyModelIsTakenAndOfSeveralOneMustBeNamed() {
    var one = json("{\"object\":\"list\",\"data\":[{\"id\":\"qwen3\"}]}");
    try (var server = FakeEndpoint.answering(saying("好")).at("/v1/models", one);
        var model = RemoteModel.open(Endpoint.parse(server.base()))) {
      assertEquals(server.base() + "#qwen3", model.name());
      hear(model, HELLO);
      assertEquals("qwen3", server.calls().getLast().json().get("model"));
    }
  }

  @Test
  void theWaitAfterTheFinishIsShort() {
    FakeEndpoint.Answer open =
        (call, line) ->
            line.send(head("text/event-stream")).send(form(said("好"), "[DONE]")).stall();
    long begin = System.nanoTime();
    says("好", open);
    assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(4));
  }

  @Test
  void theConnectionIsUsedAgain() {
    var hosts = new ArrayList<String>();
    try (var server = FakeEndpoint.answering(saying("好"));
        var model = RemoteModel.open(server.endpoint())) {
      for (int i = 0; i < 5; i++) {
        hosts.add(hear(model, HELLO).completion().text());
      }
      assertEquals(5, hosts.size());
      assertEquals(1, server.connections());
    }
  }

  @Test
  void anInterruptClosesTheConnectionAtOnce() throws Exception {
    for (String before :
        List.of("", head("text/event-stream"), head("text/event-stream") + form(said("嗯")))) {
      try (var server = FakeEndpoint.answering((call, line) -> line.send(before).stall());
          var model = RemoteModel.open(server.endpoint())) {
        var thrown = new AtomicReference<Throwable>();
        var caller =
            Thread.ofVirtual()
                .start(() -> thrown.set(assertThrows(Throwable.class, () -> hear(model, HELLO))));
        while (server.calls().isEmpty()) {
          Thread.sleep(5);
        }
        Thread.sleep(50);
        long begin = System.nanoTime();
        caller.interrupt();
        assertTrue(caller.join(java.time.Duration.ofSeconds(5)));
        assertEquals(Cancelled.class, thrown.get().getClass());
        assertTrue(server.gone().await(5, TimeUnit.SECONDS), "the server saw nothing");
        assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(2));
      }
    }
  }

  @Test
  void whatTheConsumerThrowsClosesTheConnection() throws Exception {
    FakeEndpoint.Answer talk =
        (call, line) -> line.send(head("text/event-stream")).send(form(said("嗯"))).stall();
    try (var server = FakeEndpoint.answering(talk);
        var model = RemoteModel.open(server.endpoint())) {
      var enough = new IllegalStateException("enough");
      var thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  model.complete(
                      HELLO,
                      piece -> {
                        throw enough;
                      }));
      assertEquals(enough, thrown);
      assertTrue(server.gone().await(5, TimeUnit.SECONDS), "the server saw nothing");
    }
  }

  @Test
  void aStopTextOfOursEndsTheServersWork() throws Exception {
    FakeEndpoint.Answer talk =
        (call, line) -> line.send(head("text/event-stream")).send(form(said("好。\n李白："))).stall();
    try (var server = FakeEndpoint.answering(talk);
        var model = RemoteModel.open(server.endpoint())) {
      var request = new ChatRequest(HELLO.messages(), Sampling.GREEDY.withStops(List.of("\n")));
      assertEquals("好。", hear(model, request).completion().text());
      assertTrue(server.gone().await(5, TimeUnit.SECONDS), "the server saw nothing");
    }
  }

  @Test
  void closingEndsCallsUnderWay() throws Exception {
    FakeEndpoint.Answer talk =
        (call, line) -> line.send(head("text/event-stream")).send(form(said("嗯"))).stall();
    try (var server = FakeEndpoint.answering(talk)) {
      var model = RemoteModel.open(server.endpoint());
      var begun = new CountDownLatch(1);
      var caller =
          Thread.ofVirtual()
              .start(
                  () ->
                      assertThrows(
                          RuntimeException.class,
                          () -> model.complete(HELLO, piece -> begun.countDown())));
      assertTrue(begun.await(5, TimeUnit.SECONDS));
      model.close();
      assertTrue(caller.join(java.time.Duration.ofSeconds(5)), "still at work");
    }
  }
}
