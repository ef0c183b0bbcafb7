package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneTextTest {
  private static final Source SOURCE = new Source("t", 1);

  @TempDir Path folder;

  private void roundTrip(Turn turn, String line) {
    Scene scene = new Scene("s", 0, List.of(turn));
    List<String> lines = SceneText.lines(scene);
    assertEquals(List.of(line), lines);
    assertEquals(Typed.turns(scene), Typed.turns(folder, lines.toArray(String[]::new)), line);
  }

  private static Turn said(String speaker, String words) {
    return new Turn.Said(speaker, words, SOURCE);
  }

  private static Turn did(String deed) {
    return new Turn.Did("甲", deed, SOURCE);
  }

  private static Turn told(String words) {
    return new Turn.Narrated(words, SOURCE);
  }

  private static Turn passage(String words) {
    return new Turn.Passage(words, SOURCE);
  }

  @Test
  void everyKindOfTurn() {
    roundTrip(said("甲", "走吧"), "甲:「走吧」");
    roundTrip(did("起身"), "甲:（起身）");
    roundTrip(told("起雾了"), "旁白:起雾了");
    roundTrip(passage("渡口有一条船。"), "渡口有一条船。");
    roundTrip(passage("渡口的规矩："), "渡口的规矩：");
  }

  @Test
  void quotationsWithinTheWords() {
    roundTrip(said("甲", "那叫「渡」"), "甲:「那叫「渡」」");
    roundTrip(said("甲", "「甲」和「乙」"), "甲:「「甲」和「乙」」");
    roundTrip(said("甲", "一」二「三"), "甲:“一」二「三”");
    roundTrip(said("甲", "走」乙:「等"), "甲:“走」乙:「等”");
  }

  @Test
  void whatWouldBeReadAsSomethingElseIsTakenVerbatim() {
    roundTrip(said("甲", "（笑）走吧"), "甲:﹁（笑）走吧﹂");
    roundTrip(said("甲", "a﹂b（c"), "甲:﹁a﹂﹂b（c﹂");
    roundTrip(said("甲：乙", "走"), "﹁甲：乙﹂:﹁走﹂");
    roundTrip(did("起）身"), "甲:（﹁起）身﹂）");
    roundTrip(told("「起雾了」"), "旁白:﹁「起雾了」﹂");
    roundTrip(passage("甲：一种船。"), "﹁甲：一种船。﹂");
    roundTrip(passage("「渡」"), "﹁「渡」﹂");
  }

  @Test
  void aPassageBesideDialogueStaysOne() {
    Scene scene = new Scene("s", 0, List.of(said("甲", "走"), passage("渡口有一条船。")));
    assertEquals(List.of("甲:「走」", "﹁渡口有一条船。﹂"), SceneText.lines(scene));
  }

  @Test
  void aLineEndBecomesASpace() {
    Scene scene = new Scene("s", 0, List.of(said("甲", "one\ntwo")));
    assertEquals(List.of("甲:「one two」"), SceneText.lines(scene));
  }
}
