package luotuo.server.api;

import static luotuo.server.api.ServedApi.part;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipInputStream;
import luotuo.server.api.ServedApi.Answer;
import luotuo.server.api.ServedApi.Event;
import luotuo.server.api.ServedApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class PersonaApiTest {
  private static final String YUAN = "personas/" + part("阿远");
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00000000");

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

  @Test
  void theyAreListedInPartsAndFoundByWords() {
    served.having("personas/佟湘玉/texts/a.txt", "客人:「在吗？」\n佟湘玉:「在呢，里边请。」\n");
    served.having("personas/佟湘玉/persona.yaml", "name: 佟湘玉\naliases: [掌柜的]\n");
    Told all = served.get("personas").well();
    assertEquals(List.of("佟湘玉", "阿远"), all.each("name", "items"));
    assertEquals(List.of("here", "shipped"), all.each("origin", "items"));
    assertEquals("你好，我是阿远。", all.text("items", 1, "greeting"));
    assertFalse(all.is("items", 1, "editable"));
    Told second = served.get("personas?offset=1&limit=1").well();
    assertEquals(List.of("阿远"), second.each("name", "items"));
    assertEquals(2, second.number("total"));
    assertEquals(1, second.number("offset"));
    assertEquals(1, second.number("limit"));
    Told found = served.get("personas?query=" + part("掌柜")).well();
    assertEquals(List.of("佟湘玉"), found.each("name", "items"));
    assertEquals(0, served.get("personas?offset=9").well().list("items").size());
  }

  @Test
  void pagesOutOfRangeAreRefused() {
    for (String query : List.of("limit=0", "limit=201", "offset=-1", "limit=x", "offset=1e3")) {
      assertEquals("400 server.range", served.get("personas?" + query).error(), query);
    }
  }

  @Test
  void oneIsShownWithoutItsScenes() {
    Told yuan = served.get(YUAN).well();
    assertEquals("facts", yuan.text("scope"));
    assertEquals("zh", yuan.text("language"));
    assertEquals(3, yuan.number("scenes"));
    assertEquals(7, yuan.number("turns"));
    assertTrue(yuan.texts("questions").contains("你养过什么动物？"), yuan.toString());
    assertEquals(null, yuan.at("declineBelow").value());
    assertEquals("阿远", yuan.text("speakers", 0, "name"));
  }

  @Test
  void whoIsNotThereIsToldInTheLanguageAskedFor() {
    Answer near = served.get("personas/" + part("阿园") + "?lang=zh");
    assertEquals("404 persona.unknown.near", near.error());
    assertTrue(near.json().text("error", "message").contains("是不是"), near.text());
    assertTrue(
        served.get("personas/nobody").json().text("error", "message").contains("no character"));
  }

  @Test
  void aNameIsNeverAPath() {
    served.having("else/where/texts/a.txt", "客人:「在吗？」\n佟湘玉:「在呢。」\n");
    for (String name :
        List.of("else/where", "./else/where", "else/../else/where", "/etc", "..", "%00")) {
      Answer answer = served.get("personas/" + (name.startsWith("%") ? name : part(name)));
      assertEquals(404, answer.status(), name + answer.text());
    }
  }

  @Test
  void whatShipsIsCopiedWhenItIsChanged() {
    String change =
        """
        {"greeting": "来啦！", "aliases": ["小远"], "questions": ["你叫什么名字？"], "scope": "play",
         "profile": "住过木屋。", "instructions": "你是阿远。", "outOfScope": ["不晓得。"], "language": "zh"}
        """;
    Told changed = served.ask("PATCH", YUAN, change).well();
    assertEquals("workspace", changed.text("origin"));
    assertTrue(changed.is("editable"));
    assertEquals("来啦！", changed.text("greeting"));
    assertEquals("play", changed.text("scope"));
    assertEquals(List.of("你叫什么名字？"), changed.texts("questions"));
    assertEquals("你是阿远。", changed.text("instructions"));
    assertEquals(changed, served.get("personas/" + part("小远")).well());
    Told list = served.get("personas").well();
    assertEquals(List.of("workspace", "shipped"), list.each("origin", "items"));
    assertTrue(list.is("items", 1, "shadowed"));
    assertEquals("来啦！", list.text("items", 0, "greeting"));
  }

  @Test
  void whatIsLeftOutStays() {
    Told before = served.get(YUAN).well();
    Told after = served.ask("PATCH", YUAN, "{}").well();
    for (String key : List.of("greeting", "questions", "scope", "language", "profile", "turns")) {
      assertEquals(before.at(key), after.at(key), key);
    }
  }

  @Test
  void aChangeThatIsWrongChangesNothing() {
    assertEquals("400 server.key", served.ask("PATCH", YUAN, "{\"name\": \"x\"}").error());
    assertEquals("400 server.kind.text", served.ask("PATCH", YUAN, "{\"profile\": 1}").error());
    assertEquals("400 server.kind.texts", served.ask("PATCH", YUAN, "{\"aliases\": [1]}").error());
    assertEquals("400 server.choice", served.ask("PATCH", YUAN, "{\"scope\": \"x\"}").error());
    assertEquals("400 server.null", served.ask("PATCH", YUAN, "{\"profile\": null}").error());
    assertEquals("400 server.object", served.ask("PATCH", YUAN, "[]").error());
    assertEquals("400 server.json", served.ask("PATCH", YUAN, "{").error());
    String long_ = "{\"profile\": \"" + "长".repeat(100_001) + "\"}";
    assertEquals("400 server.long", served.ask("PATCH", YUAN, long_).error());
    String huge = "{\"profile\": \"" + "x".repeat(1 << 20) + "\"}";
    assertEquals("413 server.large", served.ask("PATCH", YUAN, huge).error());
    assertFalse(Files.exists(served.home().resolve("personas")));
  }

  @Test
  void onlyTheWorkspacesOwnAreRemoved() {
    assertEquals("409 persona.notYours", served.ask("DELETE", YUAN, null).error());
    served.ask("PATCH", YUAN, "{\"greeting\": \"来啦！\"}").well();
    assertEquals(204, served.ask("DELETE", YUAN, null).status());
    assertEquals("shipped", served.get(YUAN).well().text("origin"));
    assertEquals("404 persona.unknown", served.ask("DELETE", "personas/nobody", null).error());
  }

  @Test
  void itsScenesAreListedSearchedAndShown() {
    Told scenes = served.get(YUAN + "/scenes").well();
    assertEquals(3, scenes.number("total"));
    assertEquals(
        List.of(0, 1, 2), scenes.list("items").stream().map(s -> s.number("order")).toList());
    Told found = served.get(YUAN + "/scenes?query=" + part("阿黄")).well();
    assertEquals(List.of("狗"), found.each("scene", "items"));
    assertEquals("你养过什么动物？", found.text("items", 0, "opening"));
    Told scene = served.get(YUAN + "/scenes/" + part("秋")).well();
    assertEquals(List.of("said", "said", "narrated"), scene.each("kind", "turns"));
    assertEquals("texts/秋.txt", scene.text("turns", 1, "file"));
    assertEquals(2, scene.number("turns", 1, "line"));
    assertEquals("404 scene.nowhere", served.get(YUAN + "/scenes/none").error());
    assertEquals("404 persona.unknown", served.get("personas/nobody/scenes").error());
  }

  @Test
  void whatComesToMindIsTold() {
    Told recalled = served.post(YUAN + "/recall", "{\"query\": \"养过什么动物\", \"limit\": 1}").well();
    assertEquals(List.of("狗"), recalled.each("scene", "recalls"));
    assertTrue(recalled.text("recalls", 0, "why").contains("words"), recalled.toString());
    Told early = served.post(YUAN + "/recall", "{\"query\": \"养过什么动物\", \"until\": \"狗\"}").well();
    assertFalse(early.each("scene", "recalls").contains("狗"), early.toString());
    Told present =
        served.post(YUAN + "/recall", "{\"query\": \"你最喜欢什么\", \"present\": [\"老师\"]}").well();
    assertEquals(List.of("秋"), present.each("scene", "recalls"));
    assertEquals("400 server.required", served.post(YUAN + "/recall", "{}").error());
    assertEquals(
        "400 server.required", served.post(YUAN + "/recall", "{\"query\": \" \"}").error());
    assertEquals(
        "400 server.range",
        served.post(YUAN + "/recall", "{\"query\": \"x\", \"limit\": 0}").error());
    assertEquals(
        "404 scene.unknown",
        served.post(YUAN + "/recall", "{\"query\": \"x\", \"until\": \"none\"}").error());
    assertEquals(
        "404 present.unknown",
        served.post(YUAN + "/recall", "{\"query\": \"x\", \"present\": [\"x\"]}").error());
  }

  @Test
  void itIsTakenAlongAsAnArchive() throws Exception {
    Answer answer = served.get(YUAN + "/export");
    assertEquals("application/zip", answer.type());
    String disposition = answer.response().headers().firstValue("Content-Disposition").orElse("");
    assertEquals("attachment; filename*=UTF-8''" + part("阿远.zip"), disposition);
    List<String> names = new ArrayList<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertEquals("阿远/persona.yaml", names.getFirst());
    assertEquals(4, names.size());
    assertEquals("404 persona.unknown", served.get("personas/nobody/export").error());
    try (var left = Files.list(served.home().resolve("tmp"))) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aCheckIsToldAsItGoesOnOrAtItsEnd() {
    Told check = served.post(YUAN + "/check", "").well();
    assertEquals(3, check.number("asked"));
    List<Event> events = served.events(YUAN + "/check", "{}");
    assertEquals("progress", events.getFirst().name());
    assertEquals("Asking", events.getFirst().data().text("what"));
    Event last = events.getLast();
    assertEquals("check", last.name());
    assertEquals(check, last.data());
    assertEquals("404 persona.unknown", served.post("personas/nobody/check", "").error());
    assertEquals("400 server.key", served.post(YUAN + "/check", "{\"x\": 1}").error());
    Told ledger = served.get("ledger?what=check").well();
    assertEquals(List.of("阿远", "阿远"), ledger.each("subject", "items"));
  }

  @Test
  void itsPortraitIsGivenShownAndTakenAway() {
    String portrait = YUAN + "/portrait";
    assertEquals("404 portrait.none", served.get(portrait).error());
    assertEquals("404 portrait.none", served.ask("DELETE", portrait, null).error());
    assertEquals("400 portrait.form", served.put(portrait, "<svg/>".getBytes()).error());
    assertEquals("413 server.large", served.put(portrait, Arrays.copyOf(PNG, 5 << 20)).error());
    assertEquals("404 persona.unknown", served.put("personas/nobody/portrait", PNG).error());
    assertFalse(Files.exists(served.home().resolve("personas")));
    assertEquals(204, served.put(portrait, PNG).status());
    Answer shown = served.get(portrait);
    assertEquals("image/png", shown.type());
    assertEquals(
        "nosniff", shown.response().headers().firstValue("X-Content-Type-Options").orElse(""));
    assertArrayEquals(PNG, shown.bytes());
    assertTrue(served.get(YUAN).well().is("portrait"));
    assertTrue(served.get("personas").well().is("items", 0, "portrait"));
    assertEquals(204, served.ask("DELETE", portrait, null).status());
    assertFalse(served.get(YUAN).well().is("portrait"));
  }

  @Test
  void aDamagedOneSaysWhatIsWrong() {
    served.having("personas/破/texts/a.txt", "客人:「在吗？」\n破:「在。」\n");
    served.having("personas/破/persona.yaml", "nome: 破\n");
    assertEquals("409 persona.yaml.unknown", served.get("personas/" + part("破")).error());
    Told list = served.get("personas?query=" + part("破")).well();
    assertTrue(list.text("items", 0, "problem").contains("nome"), list.toString());
  }
}
