package luotuo.server.api;

import static luotuo.server.api.ServedApi.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import luotuo.json.Json;
import luotuo.server.api.ServedApi.Answer;
import luotuo.server.api.ServedApi.Event;
import luotuo.server.api.ServedApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init")
class ConversationApiTest {
  private static final String SCRIPT =
      """
      rules:
        - contains: 一字一字
          reply: 先说山。山上有雪。雪下是石头。再说水。水往东流。河里有鱼。鱼不说话。后来说云。云到傍晚就红。红了就散。散了是星。星星数不完。
          delay: 100
        - contains: 断在半路
          reply: 我正要说一件事。那是很久以前，
          fail: model.remote.cut
          arguments: [那边, "4"]
        - contains: 一句也没有
          fail: model.remote.unreachable
          arguments: [那边, 没有人接]
        - reply: 桂花开了。
          thoughts: 想一想再说。
      """;

  @TempDir Path folder;
  private ServedApi served;
  private String id;

  @BeforeEach
  void serve() {
    served = ServedApi.in(folder).having("script.yaml", SCRIPT);
    id = begun();
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private String begun() {
    Answer answer = served.post("conversations", "{\"persona\": \"阿远\"}");
    assertEquals(201, answer.status());
    return answer.well().text("id");
  }

  private String path(String below) {
    return "conversations/" + id + below;
  }

  private Told say(String text) {
    return served.post(path("/turns"), "{\"text\": " + Json.write(text) + "}").well();
  }

  private List<String> questions() {
    return served.get(path("")).well().each("question", "turns");
  }

  /// From now on a model speaks, whatever is asked.
  private void speakWith(String model) {
    served.ask("PATCH", "personas/" + part("阿远"), "{\"scope\": \"play\"}").well();
    served.having("home/settings.yaml", "model: " + model + "\n");
  }

  @Test
  void aReplyComesWithWhatItRestsOn() {
    Told empty = served.get(path("")).well();
    assertEquals(List.of(), empty.list("turns"));
    assertEquals(0, empty.number("branches"));
    Told turn = say("你养过什么动物？");
    assertEquals("我养过一只叫阿黄的狗。", turn.text("reply"));
    assertEquals("own-lines", turn.text("voice"));
    assertEquals("狗", turn.text("evidence", 0, "scene"));
    assertEquals("texts/狗.txt", turn.text("evidence", 0, "file"));
    assertEquals(2, turn.number("evidence", 0, "line"));
    assertEquals(
        List.of(turn.number("turn")), turn.list("siblings").stream().map(Told::value).toList());
    assertEquals(List.of(turn), served.get(path("")).well().list("turns"));
    assertTrue(say("量子色动力学的渐近自由怎么算？").is("outOfScope"));
  }

  @Test
  void itIsStreamedPieceByPiece() {
    speakWith("scripted:script.yaml");
    List<Event> events = served.events(path("/turns"), "{\"text\": \"你最喜欢哪个季节？\"}");
    String said =
        String.join(
            "",
            events.stream()
                .filter(e -> e.name().equals("piece"))
                .map(e -> e.data().text("text"))
                .toList());
    String thought =
        String.join(
            "",
            events.stream()
                .filter(e -> e.name().equals("thought"))
                .map(e -> e.data().text("text"))
                .toList());
    assertEquals("桂花开了。", said);
    assertEquals("想一想再说。", thought);
    Event last = events.getLast();
    assertEquals("turn", last.name());
    assertEquals("桂花开了。", last.data().text("reply"));
    assertEquals("scripted:script.yaml", last.data().text("voice"));
    assertTrue(last.data().number("tokens", "prompt") > 0);
    assertEquals(List.of(last.data()), served.get(path("")).well().list("turns"));
  }

  @Test
  void itGoesSeveralWaysAndLosesNothing() {
    Told first = say("你小时候住在哪里？");
    Told second = say("你养过什么动物？");
    String turn = "{\"turn\": " + second.number("turn") + "}";
    Told undone = served.post(path("/undo"), "").well();
    assertEquals(List.of("你小时候住在哪里？"), undone.each("question", "turns"));
    assertEquals(1, undone.number("branches"));
    Told third = say("你最喜欢哪个季节？");
    assertEquals(
        List.of(second.number("turn"), third.number("turn")),
        third.list("siblings").stream().map(Told::value).toList());
    Told back = served.post(path("/head"), turn).well();
    assertEquals(List.of("你小时候住在哪里？", "你养过什么动物？"), back.each("question", "turns"));
    assertEquals(2, back.number("branches"));

    String edit = "{\"turn\": " + first.number("turn") + ", \"text\": \"你最喜欢哪个季节？\"}";
    Told edited = served.post(path("/edit"), edit).well();
    assertEquals(1, edited.number("number"));
    assertEquals(List.of("你最喜欢哪个季节？"), questions());
    String elsewhere = "{\"turn\": " + second.number("turn") + ", \"text\": \"再说一遍\"}";
    assertEquals("turn", served.events(path("/edit"), elsewhere).getLast().name());
    assertEquals(List.of("你小时候住在哪里？", "再说一遍"), questions());

    Told branches = served.get(path("/branches?limit=2")).well();
    assertEquals(4, branches.number("total"));
    assertEquals(2, branches.list("items").size());
    assertEquals("再说一遍", branches.text("items", 0, "last"));
    assertTrue(branches.is("items", 0, "current"));
    served.post(path("/head"), "{\"turn\": " + first.number("turn") + "}").well();
    assertEquals(List.of("你小时候住在哪里？", "再说一遍"), questions());
  }

  @Test
  void anotherReplyIsASiblingOfTheFirst() {
    say("你养过什么动物？");
    Told again = served.post(path("/again"), "{\"model\": \"scripted\"}").well();
    assertEquals(1, again.number("number"));
    assertEquals(2, again.list("siblings").size());
    assertEquals(List.of(again), served.get(path("")).well().list("turns"));
    List<Event> events = served.events(path("/again"), "{\"model\": \"scripted\"}");
    assertEquals(3, events.getLast().data().list("siblings").size());
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    assertEquals("409 conversation.nothing", served.post(path("/undo"), "").error());
    assertEquals("409 conversation.nothing", served.post(path("/again"), "").error());
    for (String below : List.of("/turns", "/again", "/undo", "/edit", "/head")) {
      String body =
          below.equals("/undo") || below.equals("/again") ? "{}" : "{\"text\": \"a\", \"turn\": 1}";
      body =
          below.equals("/turns")
              ? "{\"text\": \"a\"}"
              : below.equals("/head") ? "{\"turn\": 1}" : body;
      assertEquals(
          "404 conversation.unknown",
          served.post("conversations/none" + below, body).error(),
          below);
    }
    for (String below : List.of("", "/branches", "/export", "/turns/1/prompt")) {
      assertEquals(
          "404 conversation.unknown", served.get("conversations/none" + below).error(), below);
    }
    assertEquals(
        "404 persona.unknown", served.post("conversations", "{\"persona\": \"x\"}").error());
    assertEquals("400 server.required", served.post("conversations", "{}").error());
    assertEquals("400 server.required", served.post(path("/turns"), "{\"text\": \" \"}").error());
    assertEquals("400 server.kind.text", served.post(path("/turns"), "{\"text\": {}}").error());
    assertEquals(
        "400 server.key", served.post(path("/turns"), "{\"text\": \"a\", \"x\": 1}").error());
    assertEquals("404 turn.unknown", served.post(path("/head"), "{\"turn\": 99}").error());
    assertEquals("400 server.range", served.post(path("/head"), "{\"turn\": 1.5}").error());
    assertEquals("400 server.required", served.post(path("/head"), "{}").error());
    assertEquals(
        "404 turn.unknown", served.post(path("/edit"), "{\"turn\": 99, \"text\": \"a\"}").error());
    assertEquals(
        "404 scene.unknown",
        served.post(path("/turns"), "{\"text\": \"a\", \"until\": \"x\"}").error());
    assertEquals(
        "404 present.unknown",
        served.post(path("/turns"), "{\"text\": \"a\", \"present\": [\"x\"]}").error());
    String hot = "{\"text\": \"a\", \"sampling\": {\"temperature\": 3}}";
    assertEquals("400 sampling.range", served.post(path("/turns"), hot).error());
    String odd = "{\"text\": \"a\", \"sampling\": {\"heat\": 3}}";
    assertEquals("400 server.key", served.post(path("/turns"), odd).error());
    assertEquals(List.of(), questions());
  }

  @Test
  void noModelIsOpenedThatIsNotSetUp() {
    for (String model : List.of("scripted:script.yaml", "../m.gguf", "/etc/passwd", "nothing")) {
      String body = "{\"text\": \"a\", \"model\": " + Json.write(model) + "}";
      assertEquals("404 model.unknown", served.post(path("/turns"), body).error(), model);
    }
    String foreign = "{\"text\": \"a\", \"model\": \"http://127.0.0.1:1/v1#m\"}";
    assertEquals("400 model.use.foreign", served.post(path("/turns"), foreign).error());
    String ftp = "{\"persona\": \"阿远\", \"model\": \"ftp://x/y\"}";
    assertEquals("400 model.use.address", served.post("conversations", ftp).error());
  }

  @Test
  void aModelThatFailsIsToldAndNothingIsStored() {
    speakWith("scripted:script.yaml");
    assertEquals(
        "502 model.remote.cut", served.post(path("/turns"), "{\"text\": \"断在半路\"}").error());
    List<Event> events = served.events(path("/turns"), "{\"text\": \"断在半路\"}");
    assertTrue(events.stream().anyMatch(e -> e.name().equals("piece")), events.toString());
    assertEquals("error", events.getLast().name());
    assertEquals("model.remote.cut", events.getLast().data().text("key"));
    assertTrue(events.getLast().data().text("message").contains("cut off"), events.toString());
    assertEquals(
        "502 model.remote.unreachable",
        served.post(path("/turns"), "{\"text\": \"一句也没有\"}").error());
    assertEquals(List.of(), questions());
  }

  @Test
  void aConversationKeepsTheModelItWasBegunWith() {
    Told begun =
        served.post("conversations", "{\"persona\": \"阿远\", \"model\": \"scripted\"}").well();
    id = begun.text("id");
    assertEquals("scripted", begun.text("model"));
    assertEquals("scripted", say("你养过什么动物？").text("voice"));
    String own = "{\"text\": \"你养过什么动物？\", \"model\": \"own-lines\"}";
    assertEquals("own-lines", served.post(path("/turns"), own).well().text("voice"));
  }

  @Test
  void whoAsksAndWhenInTheStoryCounts() {
    String body = "{\"text\": \"你养过什么动物？\", \"as\": \"同学\", \"until\": \"狗\"}";
    Told turn = served.post(path("/turns"), body).well();
    assertEquals("同学", turn.text("asker"));
    assertFalse(turn.text("reply").contains("阿黄"), turn.toString());
    Told again = served.post(path("/again"), "{\"until\": \"狗\", \"model\": \"scripted\"}").well();
    assertEquals("同学", again.text("asker"));
    assertEquals(List.of(), again.list("evidence"));
  }

  @Test
  void thePromptOfATurnIsKeptForAWhile() {
    String own = say("你养过什么动物？").at("turn").value().toString();
    assertEquals("404 prompt.none", served.get(path("/turns/" + own + "/prompt")).error());
    Told turn =
        served.post(path("/turns"), "{\"text\": \"你养过什么动物？\", \"model\": \"scripted\"}").well();
    Told prompt = served.get(path("/turns/" + turn.number("turn") + "/prompt")).well();
    assertEquals(turn.number("tokens", "prompt"), prompt.number("tokens"));
    assertEquals("system", prompt.text("messages", 0, "role"));
    int tokens = prompt.list("parts").stream().mapToInt(part -> part.number("tokens")).sum();
    assertEquals(prompt.number("tokens"), tokens);
    assertEquals("404 turn.unknown", served.get(path("/turns/99/prompt")).error());
    assertEquals("404 turn.unknown", served.get(path("/turns/x/prompt")).error());
    String other = begun();
    assertEquals(
        "404 turn.unknown",
        served.get("conversations/" + other + "/turns/" + turn.number("turn") + "/prompt").error());
  }

  @Test
  void theyAreListedSearchedTakenAlongAndRemoved() {
    say("你养过什么动物？");
    String first = id;
    id = begun();
    say("你小时候住在哪里？");
    Told all = served.get("conversations").well();
    assertEquals(List.of(id, first), all.each("id", "items"));
    assertEquals("你小时候住在哪里？", all.text("items", 0, "opening"));
    assertEquals(1, all.number("items", 0, "turns"));
    Told found = served.get("conversations?query=" + part("阿黄")).well();
    assertEquals(List.of(first), found.each("id", "items"));
    assertEquals(1, found.number("total"));
    assertEquals(2, served.get("conversations?persona=" + part("阿远")).well().number("total"));
    assertEquals(0, served.get("conversations?persona=x").well().number("total"));
    assertEquals(
        List.of(first), served.get("conversations?offset=1&limit=1").well().each("id", "items"));

    Answer page = served.get(path("/export?lang=zh"));
    assertEquals("text/markdown; charset=utf-8", page.type());
    assertTrue(page.text().contains("**你**: 你小时候住在哪里？"), page.text());
    Answer lines = served.get(path("/export?form=jsonl"));
    assertEquals("你小时候住在哪里？", lines.json().text("question"));
    assertTrue(
        lines.response().headers().firstValue("Content-Disposition").orElse("").endsWith(".jsonl"));
    assertEquals("400 server.choice", served.get(path("/export?form=pdf")).error());

    assertEquals(204, served.ask("DELETE", path(""), null).status());
    assertEquals("404 conversation.unknown", served.get(path("")).error());
    assertEquals("404 conversation.unknown", served.ask("DELETE", path(""), null).error());
    assertEquals(List.of(first), served.get("conversations").well().each("id", "items"));
  }

  @Test
  void aConversationOutlivesWhoSpokeInIt() {
    served.having("home/personas/佟湘玉/texts/a.txt", "客人:「有酒吗？」\n佟湘玉:「有，管够。」\n");
    id = served.post("conversations", "{\"persona\": \"佟湘玉\"}").well().text("id");
    say("有酒吗？");
    assertEquals(204, served.ask("DELETE", "personas/" + part("佟湘玉"), null).status());
    assertEquals(List.of("有酒吗？"), questions());
    Answer gone = served.post(path("/turns"), "{\"text\": \"还有吗？\"}");
    assertTrue(gone.error().startsWith("404 persona.unknown"), gone.text());
  }

  @Test
  void aClientThatGoesAwayEndsTheReplyAndNothingIsStored() throws Exception {
    speakWith("scripted:script.yaml");
    say("你好吗？");
    String said = served.get(path("")).text();
    try (InputStream reply = served.begun(path("/turns"), "{\"text\": \"一字一字地说\"}")) {
      assertTrue(reply.available() >= 0);
    }
    await(() -> served.get("meter").well().number("calls") == 2);
    int told = served.get("meter").well().number("replyTokens");
    assertTrue(told < 40, told + " tokens were told to nobody");
    assertEquals(said, served.get(path("")).text());
    assertEquals("桂花开了。", say("你好吗？").text("reply"));
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "it did not come about");
      Thread.sleep(20);
    }
  }
}
