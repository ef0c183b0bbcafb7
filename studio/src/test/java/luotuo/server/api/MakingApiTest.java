package luotuo.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static luotuo.server.api.ServedApi.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import luotuo.server.api.ServedApi.Answer;
import luotuo.server.api.ServedApi.Event;
import luotuo.server.api.ServedApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From files that somebody has to a character who answers.
@SuppressWarnings("NullAway.Init")
class MakingApiTest {
  private static final String BROKEN =
      """
      提问人:你小时候住在哪里？
      小舟:我小时候住在河边的木屋里。

      同学:「」
      小舟:我养过一只叫阿黄的狗。

      老师:你最喜欢哪个季节？
      小舟:「」
      """;

  @TempDir Path folder;
  private ServedApi served;

  @BeforeEach
  void serve() {
    served = ServedApi.in(folder);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private String uploaded(String path, String text) {
    String id = served.post("uploads", "{}").well().text("id");
    put(id, path, text);
    return id;
  }

  private void put(String id, String path, String text) {
    Answer answer = served.put(file(id, path), text.getBytes(UTF_8));
    assertEquals(204, answer.status(), answer.text());
  }

  private static String file(String id, String path) {
    return "uploads/" + id + "/files/" + part(path);
  }

  private Told preview(String id, String choices) {
    return served.post("uploads/" + id + "/preview", choices).well();
  }

  private List<Path> scratch() throws IOException {
    Path tmp = served.home().resolve("tmp");
    if (!Files.exists(tmp)) {
      return List.of();
    }
    try (var all = Files.list(tmp)) {
      return all.toList();
    }
  }

  @Test
  void aBrokenTranscriptIsCorrectedAndThenAnswers() throws Exception {
    String id = uploaded("小舟.txt", BROKEN);
    Told first = preview(id, "{}");
    assertEquals("小舟", first.text("name"));
    assertEquals(2, first.number("lines", "reported"));
    assertEquals(
        List.of("corpus.emptySpeaker", "corpus.emptySpeaker"), first.each("key", "reports"));
    assertEquals(List.of(4, 8), first.list("reports").stream().map(r -> r.number("line")).toList());
    assertEquals("小舟.txt", first.text("reports", 0, "file"));
    for (Told report : first.list("reports")) {
      String words = report.number("line") == 4 ? "同学:你养过什么动物？" : "小舟:秋天，桂花开的时候。";
      String at = file(id, report.text("file")) + "?line=" + report.number("line");
      assertEquals(204, served.put(at, words.getBytes(UTF_8)).status());
    }
    Told second = preview(id, "{\"name\": \"小舟\"}");
    assertEquals(0, second.number("lines", "reported"));
    assertEquals(3, second.number("scenes"));
    assertEquals("你养过什么动物？", second.text("sample", 1, "turns", 0, "text"));

    List<Event> events =
        served.events("uploads/" + id + "/import", "{\"name\": \"小舟\", \"scope\": \"facts\"}");
    Event last = events.getLast();
    assertEquals("imported", last.name());
    assertEquals("created", last.data().text("outcome"));
    assertTrue(events.stream().anyMatch(e -> e.name().equals("progress")), events.toString());
    assertTrue(last.data().texts("questions").contains("你养过什么动物？"), last.toString());
    assertEquals(List.of(), scratch());
    assertEquals("404 upload.unknown", served.post("uploads/" + id + "/preview", "{}").error());

    String talk = served.post("conversations", "{\"persona\": \"小舟\"}").well().text("id");
    Told turn = served.post("conversations/" + talk + "/turns", "{\"text\": \"你养过什么动物？\"}").well();
    assertEquals("我养过一只叫阿黄的狗。", turn.text("reply"));
    assertEquals("小舟.txt", turn.text("evidence", 0, "file"));
    assertEquals(5, turn.number("evidence", 0, "line"));
  }

  @Test
  void aPreviewWritesNothingAndHeedsChoices() {
    String id = uploaded("a.txt", ServedApi.TRANSCRIPT);
    Told plain = preview(id, "");
    assertEquals("阿远", plain.text("nameProposals", 0, "name"));
    assertEquals("zh", plain.text("language"));
    assertTrue(plain.text("note").contains("阿远"), plain.toString());
    Told chosen =
        preview(
            id,
            "{\"name\": \"老师\", \"scope\": \"play\", \"language\": \"en\", \"format\": \"plain\","
                + " \"aliases\": [\"先生\"]}");
    assertEquals("老师", chosen.text("name"));
    assertEquals("play", chosen.text("scope"));
    assertEquals("en", chosen.text("language"));
    assertEquals("plain", chosen.text("format"));
    assertEquals(List.of("阿远"), served.get("personas").well().each("name", "items"));
    assertFalse(Files.exists(served.home().resolve("personas")));
  }

  @Test
  void aliasesAreProposed() {
    String id = uploaded("a.txt", "小明:今天去哪里？\n凉宫春日:去山上。\n\n小明:昨天呢？\n春日:什么也没做。\n");
    Told preview = preview(id, "{\"name\": \"凉宫春日\"}");
    assertEquals(List.of("春日"), preview.each("alias", "aliasProposals"));
    assertEquals(List.of("凉宫春日"), preview.each("of", "aliasProposals"));
  }

  @Test
  void aFolderIsReadAsOneWhateverItWasDroppedIn() {
    String id = uploaded("她的/scenes/texts/1.txt", "客人:「在吗？」\n佟湘玉:「在呢，里边请。」\n");
    put(id, "她的/scenes/texts/2.txt", "客人:「有酒吗？」\n佟湘玉:「有，管够。」\n");
    put(id, "她的/scenes/system_prompt.txt", "你是佟湘玉。\n");
    Told preview = preview(id, "{\"name\": \"佟湘玉\"}");
    assertEquals("chatharuhi", preview.text("format"));
    assertEquals(2, preview.number("scenes"));
    assertEquals("texts/1.txt", preview.text("sample", 0, "turns", 0, "file"));
    Told imported = served.post("uploads/" + id + "/import", "{\"name\": \"佟湘玉\"}").well();
    assertEquals(2, imported.number("scenes"));
    assertEquals("你是佟湘玉。", served.get("personas/" + part("佟湘玉")).well().text("instructions"));
  }

  @Test
  void anotherOfTheNameIsReplacedOrMergedOnlyWhenAsked() {
    String body = "{\"name\": \"小舟\", \"mode\": \"%s\"}";
    String once = uploaded("a.txt", "客人:你从哪里来？\n小舟:从北边来，走了三天的路。\n");
    served.post("uploads/" + once + "/import", body.formatted("create")).well();
    String other = uploaded("b.txt", "客人:你多大了？\n小舟:今年十九，属马的。\n");
    String path = "uploads/" + other + "/import";
    assertEquals("409 persona.exists", served.post(path, body.formatted("create")).error());
    assertEquals("400 server.choice", served.post(path, body.formatted("new")).error());
    assertEquals("merged", served.post(path, body.formatted("merge")).well().text("outcome"));
    assertEquals(2, served.get("personas/" + part("小舟")).well().number("scenes"));
    String third = uploaded("b.txt", "客人:你多大了？\n小舟:今年十九，属马的。\n");
    assertEquals(
        "replaced",
        served
            .post("uploads/" + third + "/import", body.formatted("replace"))
            .well()
            .text("outcome"));
    assertEquals(1, served.get("personas/" + part("小舟")).well().number("scenes"));
  }

  @Test
  void whatCannotBeReadIsSaidWithTheNamesOfTheUploader() {
    String id = served.post("uploads", "").well().text("id");
    assertEquals("400 upload.empty", served.post("uploads/" + id + "/preview", "{}").error());
    put(id, "空.txt", "\n\n");
    Answer nothing = served.post("uploads/" + id + "/preview?lang=zh", "{}");
    assertEquals("400 corpus.nothing", nothing.error());
    assertEquals("空.txt 里没有能看懂的对话。", nothing.json().text("error", "message"));
    assertEquals("400 corpus.nothing", served.post("uploads/" + id + "/import", "{}").error());
    put(id, "空.txt", "a\0b");
    assertEquals("400 corpus.binary", served.post("uploads/" + id + "/preview", "{}").error());
    assertEquals(
        "400 corpus.unknownForm",
        served.post("uploads/" + id + "/preview", "{\"format\": \"x\"}").error());
  }

  @Test
  void linesThatAreNoneAreNotCorrected() {
    String id = uploaded("a.txt", BROKEN);
    String at = file(id, "a.txt") + "?line=";
    byte[] words = "同学:你好".getBytes(UTF_8);
    assertEquals("400 corpus.line", served.put(at + 99, words).error());
    assertEquals("400 corpus.line", served.put(at + 0, words).error());
    assertEquals("400 server.range", served.put(at + "x", words).error());
    assertEquals("400 corpus.severalLines", served.put(at + 4, "a\nb".getBytes(UTF_8)).error());
    Answer missing = served.put(file(id, "b.txt") + "?line=1", words);
    assertEquals("404 file.missing", missing.error());
    assertTrue(missing.text().contains("There is no file b.txt"), missing.text());
    assertEquals(2, preview(id, "{}").number("lines", "reported"));
  }

  @Test
  void aCorrectedFileKeepsItsWordsWhateverItsEncodingWas() {
    String id = served.post("uploads", "").well().text("id");
    served.put(file(id, "a.txt"), BROKEN.getBytes(Charset.forName("GB18030")));
    served.put(file(id, "a.txt") + "?line=4", "同学:你养过什么动物？".getBytes(UTF_8));
    Told preview = preview(id, "{}");
    assertEquals(1, preview.number("lines", "reported"));
    assertEquals("我小时候住在河边的木屋里。", preview.text("sample", 0, "turns", 1, "text"));
  }

  @Test
  void noPathLeadsOutOfTheUpload() throws Exception {
    String id = served.post("uploads", "").well().text("id");
    byte[] words = "甲:乙\n".getBytes(UTF_8);
    for (String path :
        List.of(
            "../a.txt", "a/../../b.txt", "..", "a/..", "..\\a.txt", "/", ".", "/../etc/passwd")) {
      Answer answer = served.put(file(id, path), words);
      String error = answer.error();
      assertTrue(List.of("400 upload.path", "404 server.nowhere").contains(error), path + error);
    }
    for (String path :
        List.of("/etc/passwd", "C:\\con", "a\0b.txt", "-rf ~", "a:b*?.txt", "%2e%2e")) {
      assertEquals(204, served.put(file(id, path), words).status(), path);
    }
    String deep = String.join("/", IntStream.range(0, 40).mapToObj(i -> "d").toList());
    assertEquals("400 upload.path", served.put(file(id, deep), words).error());
    assertEquals(204, served.put(file(id, "长".repeat(300) + ".txt"), words).status());
    assertEquals("400 upload.path", served.put(file(id, "C:/con/nul/x"), words).error());
    assertEquals("400 upload.path", served.put(file(id, "etc"), words).error());
    Path root = scratch().getFirst().resolve("files");
    try (var all = Files.walk(folder)) {
      List<Path> outside =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.startsWith(root))
              .filter(file -> !file.startsWith(folder.resolve("program")))
              .filter(file -> !file.getFileName().toString().startsWith("luotuo.db"))
              .toList();
      assertEquals(List.of(), outside);
    }
  }

  @Test
  void whoGoesAwayLeavesNoHalfOfACharacter() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8000; i++) {
      text.append("客人:第").append(i).append("件事是什么？\n小舟:第").append(i).append("件是这样的。\n\n");
    }
    String id = uploaded("a.txt", text.toString());
    try (InputStream stream = served.begun("uploads/" + id + "/import", "{\"name\": \"小舟\"}")) {
      assertTrue(stream.available() >= 0);
    }
    Told preview = preview(id, "{}"); // reads after the import has ended
    assertEquals(8000, preview.number("scenes"));
    assertEquals(List.of("阿远"), served.get("personas").well().each("name", "items"));
    assertFalse(Files.exists(served.home().resolve("errors.log")));
    assertEquals(204, served.ask("DELETE", "uploads/" + id, null).status());
  }

  @Test
  void uploadsAreBoundedAndEnd() throws Exception {
    assertEquals("404 upload.unknown", served.ask("DELETE", "uploads/none", null).error());
    assertEquals("404 upload.unknown", served.put(file("none", "a.txt"), new byte[1]).error());
    assertEquals(404, served.post("uploads/..%2F..%2Fetc/preview", "{}").status());
    String id = uploaded("a.txt", BROKEN);
    for (int i = 1; i < 32; i++) {
      served.post("uploads", "").well();
    }
    assertEquals("429 upload.tooMany", served.post("uploads", "").error());
    assertEquals(204, served.ask("DELETE", "uploads/" + id, null).status());
    served.post("uploads", "").well();
    served.close();
    assertEquals(List.of(), scratch());
  }
}
