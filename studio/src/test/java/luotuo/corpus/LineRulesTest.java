package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One rule of `labels/README.md` a test, in files that are read as ChatHaruhi's.
class LineRulesTest {
  @TempDir Path folder;

  private void reads(String line, String... turns) {
    // a first line of dialogue, so that prose beside it is narration
    List<String> all = Typed.turns(folder, "船夫:「上船」", line);
    assertEquals(List.of(turns), all.subList(1, all.size()), line);
  }

  @Test
  void aNameAndWordsInAnyQuotationMarks() {
    reads("船夫:「开船了」", "said(船夫) 开船了");
    reads("船夫：「开船了」", "said(船夫) 开船了");
    reads("船夫:『开船了』", "said(船夫) 开船了");
    reads("船夫：“开船了”", "said(船夫) 开船了");
    reads("船夫: \"开船了\"", "said(船夫) 开船了");
    reads("Old Tom: 'All aboard'", "said(Old Tom) All aboard");
    reads("Old Tom: ‘All aboard’", "said(Old Tom) All aboard");
    reads("船夫：开船了", "said(船夫) 开船了");
    reads("  船夫 ： 「 开船了 」  ", "said(船夫) 开船了");
  }

  @Test
  void quotationMarksWithinTheWordsStay() {
    reads("船夫:「那叫「渡」，懂吗」", "said(船夫) 那叫「渡」，懂吗");
    reads("船夫:「「渡」！」", "said(船夫) 「渡」！");
    reads("船夫:「渡」是什么", "said(船夫) 「渡」是什么");
    reads("船夫:「甲」和「乙」", "said(船夫) 「甲」和「乙」");
    reads("船夫:「他说「渡，就是「船」。」", "said(船夫) 他说「渡，就是「船」。");
  }

  @Test
  void quotedPiecesInARowAreOneUtterance() {
    reads("船夫:「开船」「坐稳」", "said(船夫) 开船坐稳");
  }

  @Test
  void aQuotationThatIsNotClosedOrClosedByAnotherMark() {
    reads("船夫:「开船了", "said(船夫) 开船了");
    reads("船夫:「开船了”", "said(船夫) 开船了");
    reads("船夫：开船了。」", "said(船夫) 开船了。");
  }

  @Test
  void narratorsMarks() {
    for (String name : List.of("旁白", "画外音", "scene", "Scene", "narrator", "Narrator", "")) {
      reads(name + ":河上起雾。", "narrated 河上起雾。");
      reads(name + "：「河上起雾。」", "narrated 河上起雾。");
    }
    reads("旁白:（河上起雾）", "narrated 河上起雾");
    reads("旁白：老人说：有雾。", "narrated 老人说：有雾。");
    reads("--:「河上起雾」", "narrated 河上起雾");
  }

  @Test
  void directionsBesideTheNameAndRoundTheWords() {
    reads("船夫（收绳）：走吧", "did(船夫) 收绳", "said(船夫) 走吧");
    reads("（船头）船夫：走吧", "did(船夫) 船头", "said(船夫) 走吧");
    reads("船夫:（收绳）「走吧」", "did(船夫) 收绳", "said(船夫) 走吧");
    reads("船夫:「（收绳）走吧」", "did(船夫) 收绳", "said(船夫) 走吧");
    reads("船夫:「(收绳):走吧」", "did(船夫) 收绳", "said(船夫) 走吧");
    reads("船夫:「走吧（收绳）」", "said(船夫) 走吧", "did(船夫) 收绳");
    reads("船夫:「走吧」(收绳)", "said(船夫) 走吧", "did(船夫) 收绳");
    reads("船夫:{收绳}走吧｛坐下｝", "did(船夫) 收绳", "said(船夫) 走吧", "did(船夫) 坐下");
    reads("船夫:「走吧（收绳）……」", "said(船夫) 走吧……", "did(船夫) 收绳");
  }

  @Test
  void bracketsAmidTheWordsStay() {
    reads("船夫:「走（收绳）吧」", "said(船夫) 走（收绳）吧");
    reads("船夫:「好（是吗）？」", "said(船夫) 好（是吗）？");
  }

  @Test
  void bracketsRoundAllAreADeed() {
    reads("船夫:「（收绳）」", "did(船夫) 收绳");
    reads("船夫:（收绳）", "did(船夫) 收绳");
    reads("船夫:「(喊:「走吧)」", "did(船夫) 喊:「走吧");
    reads("船夫:「（收绳」", "did(船夫) 收绳");
  }

  @Test
  void severalSpeakersInOneLine() {
    reads("船夫:「走吧」旅人:「等等」（上船）船夫：「坐稳」", "said(船夫) 走吧", "said(旅人) 等等", "did(旅人) 上船", "said(船夫) 坐稳");
  }

  @Test
  void wikiMarksAreTakenOff() {
    reads("'''Scene''':「''The [[Old Ferry|ferry]].''」", "narrated The ferry.");
    reads("'''Tom''':「''(Rowing)'' Hold on.」", "did(Tom) Rowing", "said(Tom) Hold on.");
    reads("Tom:「Hold on. ''(Rows away.)''」", "said(Tom) Hold on.", "did(Tom) Rows away.");
    reads("Tom:「Hold on ''(rows away).''」", "said(Tom) Hold on", "did(Tom) rows away");
    reads("[[Tom]] (rowing):「Hold on」", "did(Tom) rowing", "said(Tom) Hold on");
    reads("船夫:「坐稳<br>开船」", "said(船夫) 坐稳 开船");
  }

  @Test
  void whatIsAName() {
    reads("「艄公」：「走吧」", "said(艄公) 走吧");
    reads("**船夫**：走吧", "said(船夫) 走吧");
    reads("Mr. Reed:「Away」", "said(Mr. Reed) Away");
    reads("J. Reed:「Away」", "said(J. Reed) Away");
    reads("Ann, Bob and Cid:「Away」", "said(Ann, Bob and Cid) Away");
    reads("甲，乙丙:「走吧」", "said(甲，乙丙) 走吧");
    reads("甲/乙:「走吧」", "said(甲/乙) 走吧");
    reads("一二三四五六七八九十一二：走吧", "said(一二三四五六七八九十一二) 走吧");
  }

  @Test
  void whatIsNoName() {
    reads("他转过身，说：走吧", "narrated 他转过身，说：走吧");
    reads("雨停了。船夫：走吧", "narrated 雨停了。船夫：走吧");
    reads("一二三四五六七八九十一二三：走吧", "narrated 一二三四五六七八九十一二三：走吧");
    reads("https://example.org/ferry", "narrated https://example.org/ferry");
    reads("渡船时间10:30开", "narrated 渡船时间10:30开");
    reads("2024：水位", "narrated 2024：水位");
    reads("a::b", "narrated a::b");
    reads("|船=木：头", "narrated |船=木：头");
  }

  @Test
  void linesWithoutAName() {
    reads("河上起雾。", "narrated 河上起雾。");
    reads("河上起雾。」", "narrated 河上起雾。");
    reads("（河上起雾）", "narrated 河上起雾");
    reads("（河上起雾", "narrated 河上起雾");
    reads("{河上起雾}", "narrated 河上起雾");
    reads("「有人吗？」", "narrated 有人吗？");
    reads("渡口的规矩：", "passage 渡口的规矩：");
  }

  @Test
  void proseWithoutDialogueIsAPassage() {
    assertEquals(
        List.of("passage 河上起雾。", "narrated 有人吗？", "passage {{雾}}"),
        Typed.turns(folder, "河上起雾。", "「有人吗？」", "{{雾}}"));
  }

  @Test
  void jsonLinesAreQuestionAndAnswer() {
    reads(
        "{\"hint\":\"a\",\"input\":\"旅人:能走吗?\",\"output\":\"能。<br>坐稳\"}",
        "said(旅人) 能走吗?",
        "said(船夫) 能。 坐稳");
    reads("{\"input\":\"旁白:起雾\",\"output\":\"哼\"}", "narrated 起雾", "said(船夫) 哼");
    reads("{\"input\":\"能走吗\",\"output\":\"能\"}", "said(提问人) 能走吗", "said(船夫) 能");
    reads("{\"title\":\"Ferry\"}", "narrated {\"title\":\"Ferry\"}");
  }

  @Test
  void noTurnIsMadeOfNothing() {
    Transcript transcript =
        Typed.read(folder, "chatharuhi", "船夫:「走吧」", "船夫:「」", "船夫：", "}}", "……", "旁白：", "：");
    assertEquals(List.of("said(船夫) 走吧"), Typed.turns(transcript));
    assertEquals(
        List.of(
            "2 corpus.emptySpeaker [船夫]",
            "3 corpus.emptySpeaker [船夫]",
            "4 corpus.noWords []",
            "5 corpus.noWords []",
            "6 corpus.emptySpeaker [旁白]",
            "7 corpus.noWords []"),
        transcript.reports().stream()
            .map(r -> r.source().line() + " " + r.problem().key() + " " + r.problem().arguments())
            .toList());
    assertEquals(new LineCount(7, 0, 1, 6), transcript.lines());
  }

  @Test
  void dotsAreAnAnswer() {
    reads("船夫:「……」", "said(船夫) ……");
  }
}
