package luotuo.server.api;

import static luotuo.server.api.ServedApi.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import luotuo.json.Json;
import luotuo.server.api.ServedApi.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people tell a character can be seen, traced, put right, and taken back.
@SuppressWarnings("NullAway.Init")
class MemoryApiTest {
  @TempDir Path folder;
  private ServedApi served;

  @BeforeEach
  void tell() {
    served = ServedApi.in(folder);
    say("阿梅", "我在灯塔书店上班，管儿童区。", "");
    say("老郭", "我在码头修船。", "");
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private String say(String as, String words, String more) {
    String id = served.post("conversations", "{\"persona\": \"阿远\"}").well().text("id");
    String body = "{\"text\": " + Json.write(words) + ", \"as\": " + Json.write(as) + more + "}";
    return served.post("conversations/" + id + "/turns", body).well().text("reply");
  }

  private Told list(String query) {
    return served.get("memories?persona=" + part("阿远") + query).well();
  }

  private int id(String person) {
    return list("&person=" + part(person)).number("items", 0, "id");
  }

  @Test
  void theyAreListedByPerson() {
    assertEquals(Set.of("我在灯塔书店上班，管儿童区。", "我在码头修船。"), Set.copyOf(list("").each("text", "items")));
    assertEquals(List.of("我在码头修船。"), list("&person=" + part("老郭")).each("text", "items"));
    assertEquals(List.of(), list("&person=").each("text", "items"));
    assertEquals(1, list("&limit=1").list("items").size());
    assertEquals(2, list("&limit=1").number("total"));
    assertEquals("404 persona.unknown", served.get("memories?persona=" + part("谁")).error());
    assertEquals("400 server.choice", served.get("memories?all=perhaps").error());
  }

  @Test
  void whereOneComesFromIsShown() {
    Told origin = served.get("memories/" + id("老郭")).well();
    assertEquals("我在码头修船。", origin.text("said"));
    assertFalse(origin.text("replied").isBlank());
    assertEquals(List.of("written"), origin.each("what", "memory", "history"));
    assertEquals(1, origin.number("memory", "turn"));
    assertEquals("404 memory.unknown", served.get("memories/99").error());
    assertEquals("404 memory.unknown", served.get("memories/x").error());
  }

  @Test
  void anEditedOneIsRecalledInItsNewWords() {
    int id = id("阿梅");
    served.ask("PUT", "memories/" + id, "{\"text\": \"我在灯塔书店上班，管旧书区。\"}").well();
    assertTrue(say("阿梅", "你还记得我在灯塔书店管什么吗？", "").contains("旧书区"));
    List<String> history = served.get("memories/" + id).well().each("what", "memory", "history");
    assertEquals(List.of("written", "edited"), history);
  }

  @Test
  void aForgottenOneIsNeverRecalledAgain() {
    int id = id("阿梅");
    assertTrue(served.ask("DELETE", "memories/" + id, null).well().is("memory", "forgotten"));
    assertEquals(List.of(), list("&person=" + part("阿梅")).list("items"));
    assertEquals(1, list("&all=true&person=" + part("阿梅")).list("items").size());
    assertFalse(say("阿梅", "你还记得我在灯塔书店管什么吗？", "").contains("儿童区"));
  }

  @Test
  void whatIsSaidOffTheRecordIsNotKept() {
    say("阿梅", "我养了一只乌龟。", ", \"noMemory\": true");
    assertFalse(list("").each("text", "items").toString().contains("乌龟"));
  }

  @Test
  void allAreTakenAlongWithTheirHistories() {
    String lines = served.get("memories.jsonl?persona=" + part("阿远")).text();
    assertEquals(2, lines.lines().count());
    assertTrue(lines.lines().allMatch(line -> line.contains("\"what\":\"written\"")), lines);
  }
}
