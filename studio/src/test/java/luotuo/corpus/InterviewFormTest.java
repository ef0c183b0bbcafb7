package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterviewFormTest {
  @TempDir Path folder;

  private Transcript read(String... lines) {
    return Transcripts.read(Typed.file(folder, "talk.txt", lines), Options.DEFAULT);
  }

  @Test
  void exchangesAndProseAreScenes() {
    Transcript transcript =
        read(
            "记者:你养骆驼吗",
            "老郑:养，十一头",
            "",
            "学生:它们吃什么？",
            "老郑：草。什么草都吃",
            "",
            "",
            "老郑在湖边养了三十年骆驼。网址 https://example.org",
            "住在东岸",
            "",
            "记者:",
            "",
            "记者:湖",
            "",
            "驼队",
            "小驼队:几头刚断奶的骆驼。");
    assertEquals("interview", transcript.form());
    assertEquals(
        List.of("talk-001", "talk-002", "talk-003", "talk-004", "talk-005"), Typed.ids(transcript));
    assertEquals(
        List.of(
            "said(记者) 你养骆驼吗",
            "said(老郑) 养，十一头",
            "said(学生) 它们吃什么？",
            "said(老郑) 草。什么草都吃",
            "passage 老郑在湖边养了三十年骆驼。网址 https://example.org",
            "passage 住在东岸",
            "said(记者) 湖",
            "passage 驼队",
            "passage 小驼队:几头刚断奶的骆驼。"),
        Typed.turns(transcript));
    assertEquals("corpus.emptySpeaker", transcript.reports().getFirst().problem().key());
    assertEquals(new Source("talk.txt", 11), transcript.reports().getFirst().source());
    assertEquals(new LineCount(16, 6, 9, 1), transcript.lines());
  }

  @Test
  void aHeadingNamesNobody() {
    Transcript transcript = read("甲:一?", "乙:一", "", "丙:二?", "乙:二", "", "湖上的事:", "", "风大");
    assertEquals(List.of("passage 湖上的事:"), Typed.turns(transcript.scenes().get(2)));
  }

  @Test
  void proseBelowAnAnswerIsMoreOfIt() {
    Transcript transcript = read("甲:一?", "乙:一", "还有二", "", "丙:二?", "乙:二");
    assertEquals(
        List.of("said(甲) 一?", "said(乙) 一", "said(乙) 还有二"),
        Typed.turns(transcript.scenes().getFirst()));
  }

  @Test
  void aLongBlockIsCutWhereSomebodyAsks() {
    List<String> lines = new ArrayList<>(List.of("甲:零?", "乙:零", "", "丙:一?", "乙:一", ""));
    for (String asker : List.of("甲", "丙", "丁", "戊", "己", "庚", "辛")) {
      lines.addAll(List.of(asker + ":问?", "乙:答"));
    }
    Transcript transcript = read(lines.toArray(String[]::new));
    assertEquals(9, transcript.scenes().size());
  }
}
