package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import luotuo.corpus.Source;
import luotuo.json.Json;
import org.junit.jupiter.api.Test;

class GroupExportTest {
  private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");
  private static final List<String> ALL = List.of("冬青", "夏荷");
  private static final GroupSummary TALK = new GroupSummary(5, ALL, "码头的旧事", AT, AT, 4, "你养过\n猫吗？");
  private static final Evidence CAT =
      new Evidence(
          "01", new Source("texts/01.txt", 3), "我养过 猫。", 0.5, List.of(), Evidence.Found.SAID);
  private static final List<GroupLine> LINES =
      List.of(
          line(1, "阿梅", "你养过\n猫吗？", List.of("冬青"), "", true),
          line(2, "冬青", "我养过猫。", List.of("冬青"), "own-lines", false),
          line(3, "", "都坐吧。", ALL, "", false),
          line(4, "夏荷", "好。", ALL, "own-lines", false));

  private static GroupLine line(
      int number, String who, String text, List<String> heard, String voice, boolean offRecord) {
    List<Evidence> evidence = number == 2 ? List.of(CAT) : List.of();
    return new GroupLine(number, who, text, heard, evidence, voice, offRecord, AT);
  }

  @Test
  void peopleReadWhoWhisperedToWhomAndWhatALineRestsOn() {
    assertEquals(
        """
        # 冬青, 夏荷 · group-5

        2026-05-01T08:00:00Z

        码头的旧事

        **阿梅 → 冬青**: 你养过\s\s
        猫吗？

        **冬青 → 阿梅**: 我养过猫。

        > texts/01.txt:3 — 我养过 猫。

        **你**: 都坐吧。

        **夏荷**: 好。
        """,
        GroupExport.markdown(TALK, LINES, "你"));
  }

  @Test
  void programsReadEverythingThatIsStored() {
    List<String> lines = GroupExport.jsonLines(TALK, LINES).lines().toList();
    assertEquals(4, lines.size());
    Map<?, ?> first = Json.readObject(lines.getFirst());
    assertEquals(5, first.get("group"));
    assertEquals(ALL, first.get("personas"));
    assertEquals("码头的旧事", first.get("topic"));
    assertEquals("你养过\n猫吗？", first.get("text"));
    assertEquals(List.of("冬青"), first.get("heard"));
    assertEquals(true, first.get("offRecord"));
    assertEquals(true, first.get("user"));
    Map<?, ?> second = Json.readObject(lines.get(1));
    assertEquals("own-lines", second.get("voice"));
    assertEquals(AT.toString(), second.get("at"));
    assertEquals(false, second.get("user"));
    assertTrue(lines.get(1).contains("\"quote\":\"我养过 猫。\""), lines.get(1));
  }

  @Test
  void aFileIsCalledAfterThoseWhoTalk() {
    assertEquals("冬青-夏荷-group-5", GroupExport.name(TALK));
  }
}
