package luotuo.server.api;

import static luotuo.server.api.ServedApi.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import luotuo.server.api.ServedApi.Event;
import luotuo.server.api.ServedApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several characters in one talk: who replies, who hears what, and how it is kept.
@SuppressWarnings("NullAway.Init")
class GroupApiTest {
  @TempDir Path folder;
  private ServedApi served;
  private int id;

  @BeforeEach
  void begin() {
    served =
        ServedApi.in(folder)
            .having("program/personas/小林/texts/猫.txt", "同学:「你养过什么动物？」\n小林:「我养过一只白猫。」\n")
            .having("program/personas/小林/persona.yaml", "name: 小林\nlanguage: zh\nscope: facts\n");
    id = served.post("groups", "{\"personas\": [\"阿远\", \"小林\"]}").well().number("id");
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private String path(String below) {
    return "groups/" + id + below;
  }

  private List<Told> say(String json) {
    return served.post(path("/lines"), json).well().list("items");
  }

  @Test
  void whoeverIsCalledReplies() {
    List<Told> lines = say("{\"text\": \"小林，你养过什么动物？\"}");
    assertEquals(List.of("", "小林"), lines.stream().map(line -> line.text("speaker")).toList());
    assertEquals("我养过一只白猫。", lines.getLast().text("text"));
    assertEquals("texts/猫.txt", lines.getLast().text("evidence", 0, "file"));
    assertEquals(2, served.get(path("")).well().list("lines").size());
  }

  @Test
  void whatIsWhisperedIsHeardByThatOneAlone() {
    List<Told> lines = say("{\"text\": \"你养过什么动物？\", \"to\": [\"阿远\"]}");
    assertEquals("阿远", lines.getLast().text("speaker"));
    assertEquals(List.of("阿远"), lines.getLast().texts("heard"));
    assertEquals(
        "404 group.unknown",
        served.post(path("/lines"), "{\"text\": \"在吗\", \"to\": [\"老王\"]}").error());
    assertEquals(2, served.get(path("")).well().list("lines").size(), "what failed was not said");
  }

  private Told known(String persona) {
    return served.get("memories?person=" + part("阿梅") + "&persona=" + part(persona)).well();
  }

  @Test
  void whoHearsItRemembersIt() {
    say("{\"text\": \"我养了一只乌龟。\", \"as\": \"阿梅\"}");
    say("{\"text\": \"我在码头修船。\", \"as\": \"阿梅\", \"to\": [\"小林\"]}");
    say("{\"text\": \"我欠了钱。\", \"as\": \"阿梅\", \"noMemory\": true}");
    assertEquals(List.of("我养了一只乌龟。"), known("阿远").each("text", "items"));
    assertEquals(List.of("我养了一只乌龟。", "我在码头修船。"), known("小林").each("text", "items"));
    Told origin = served.get("memories/" + known("小林").number("items", 1, "id")).well();
    assertEquals("我在码头修船。", origin.text("said"));
    assertEquals(id, origin.number("memory", "group"));
    assertEquals(3, origin.number("memory", "line"));
    assertEquals(0, origin.number("memory", "turn"));
    served.ask("DELETE", path(""), null);
    assertEquals("", served.get("memories/" + origin.number("memory", "id")).well().text("said"));
  }

  @Test
  void howFarTheStoryHasComeIsToldForEach() {
    assertEquals(
        "404 scene.unknown",
        served.post(path("/lines"), "{\"text\": \"在吗\", \"until\": \"狗\"}").error());
    assertEquals(
        "404 present.unknown", served.post(path("/go"), "{\"present\": [\"老师\"]}").error());
    assertEquals(0, served.get(path("")).well().list("lines").size(), "what failed was not said");
    served
        .having("home/personas/早/texts/01.txt", "同学:「你养过什么动物？」\n早:「我养过一只蓝猫。」\n")
        .having("home/personas/早/texts/02.txt", "同学:「你最喜欢哪个季节？」\n早:「春天。」\n")
        .having("home/personas/晚/texts/02.txt", "同学:「你养过什么动物？」\n晚:「我养过一只黑狗。」\n");
    for (String name : List.of("早", "晚")) {
      String manifest = "name: " + name + "\nlanguage: zh\nscope: facts\n";
      served.having("home/personas/" + name + "/persona.yaml", manifest);
    }
    id = served.post("groups", "{\"personas\": [\"晚\", \"早\"]}").well().number("id");
    String rest = "你养过什么动物？\", \"until\": \"02\"}";
    assertEquals("我养过一只蓝猫。", say("{\"to\": [\"早\"], \"text\": \"" + rest).get(1).text("text"));
    List<Told> late = say("{\"to\": [\"晚\"], \"text\": \"" + rest);
    assertEquals(List.of(), late.get(1).list("evidence"), "it is not there yet");
  }

  @Test
  void aTalkIsTakenAlong() {
    say("{\"text\": \"你养过什么动物？\", \"as\": \"阿梅\", \"to\": [\"小林\"]}");
    ServedApi.Answer page = served.get(path("/export?lang=zh"));
    assertEquals("text/markdown; charset=utf-8", page.type());
    assertTrue(page.text().contains("**阿梅 → 小林**: 你养过什么动物？"), page.text());
    assertTrue(page.text().contains("> texts/猫.txt:2 — 我养过一只白猫。"), page.text());
    ServedApi.Answer lines = served.get(path("/export?form=jsonl"));
    assertEquals(2, lines.text().lines().count());
    assertTrue(
        lines.response().headers().firstValue("Content-Disposition").orElse("").endsWith(".jsonl"));
    assertEquals("400 server.choice", served.get(path("/export?form=pdf")).error());
    assertEquals("404 group.missing", served.get("groups/99/export").error());
  }

  @Test
  void eachLineIsToldAsItComes() {
    say("{\"text\": \"大家好\"}"); // after it they know their scenes, and of nothing there is progress
    List<Event> events = served.events(path("/lines"), "{\"text\": \"阿远，你养过什么动物？\"}");
    assertEquals(
        List.of("line", "speaker", "line", "lines"), events.stream().map(Event::name).toList());
    assertEquals("阿远", events.get(1).data().text("name"));
    assertEquals(2, events.getLast().data().list("items").size());
  }

  @Test
  void theyTalkByThemselvesForAsLongAsAsked() {
    List<Told> lines = served.post(path("/go"), "{\"turns\": 4}").well().list("items");
    assertEquals(4, lines.size());
    for (int i = 1; i < lines.size(); i++) {
      assertFalse(lines.get(i).text("speaker").equals(lines.get(i - 1).text("speaker")));
    }
    assertEquals("400 server.range", served.post(path("/go"), "{\"turns\": 101}").error());
  }

  @Test
  void talksAreListedAndRemoved() {
    say("{\"text\": \"大家好\"}");
    Told list = served.get("groups").well();
    assertEquals(1, list.number("total"));
    assertEquals("大家好", list.text("items", 0, "opening"));
    assertTrue(list.texts("items", 0, "personas").containsAll(List.of("阿远", "小林")));
    assertEquals(204, served.ask("DELETE", path(""), null).status());
    assertEquals("404 group.missing", served.get(path("")).error());
    assertEquals("404 group.missing", served.ask("DELETE", path(""), null).error());
  }

  @Test
  void oneAloneIsNoGroup() {
    String error = served.post("groups", "{\"personas\": [\"阿远\", \"阿远\"]}").error();
    assertEquals("400 group.size", error);
    assertEquals(
        "404 persona.unknown", served.post("groups", "{\"personas\": [\"阿远\", \"谁\"]}").error());
  }
}
