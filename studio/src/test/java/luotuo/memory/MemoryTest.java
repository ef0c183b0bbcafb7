package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.model.FakeEmbedder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
  @TempDir Path folder;

  private static Turn said(String who, String text, int line) {
    return new Turn.Said(who, text, new Source("town.txt", line));
  }

  private static final List<Scene> SCENES =
      List.of(
          new Scene("lamp", 0, List.of(said("捎儿", "账房为什么总留一盏灯？", 1), said("苗半升", "给还没回来的人留的。", 2))),
          new Scene("camel", 1, List.of(said("捎儿", "不急今年几岁？", 3), said("郝远", "比我小，比你大。", 4))),
          new Scene(
              "essay",
              2,
              List.of(
                  new Turn.Passage(
                      "七里半是个小镇。镇上只有一家客栈，叫卸驮店。店里的井水是甜的！骆驼都认得路。", new Source("town.txt", 6)))));

  private Memory open(List<Scene> scenes, Progress progress) {
    return Memory.open(
        scenes, folder.resolve("index"), new FakeEmbedder(), Words.BIGRAMS, progress);
  }

  @Test
  void findsTheTurnAndSaysWhere() {
    try (Memory memory = open(SCENES, Progress.SILENT)) {
      Recall best = memory.turns(Query.of("为什么留灯", 3)).getFirst();
      assertEquals("lamp", best.scene().id());
      assertEquals(new Source("town.txt", 1), best.source());
      assertTrue(best.words() > 0 && best.meaning() > 0, best.why());
      assertTrue(best.score() > 0 && best.score() <= 1, best.why());
    }
  }

  @Test
  void aLongPassageIsFoundByItsSentence() {
    try (Memory memory = open(SCENES, Progress.SILENT)) {
      Recall best = memory.turns(Query.of("井水是甜的", 1)).getFirst();
      assertEquals("essay", best.scene().id());
      assertTrue(best.span().text().contains("井水"), best.span().text());
    }
  }

  @Test
  void eachSceneIsRecalledOnce() {
    try (Memory memory = open(SCENES, Progress.SILENT)) {
      List<String> ids =
          memory.scenes(Query.of("捎儿", 10)).stream().map(r -> r.scene().id()).toList();
      assertEquals(List.copyOf(new java.util.LinkedHashSet<>(ids)), ids);
    }
  }

  @Test
  void whatComesLaterIsNotRecalled() {
    try (Memory memory = open(SCENES, Progress.SILENT)) {
      Query early = new Query("不急今年几岁", 10, 1, List.of());
      assertTrue(memory.spans(early).stream().allMatch(r -> r.scene().order() < 1));
      assertFalse(memory.spans(early).isEmpty());
    }
  }

  @Test
  void onlyScenesInWhichAllWerePresent() {
    try (Memory memory = open(SCENES, Progress.SILENT)) {
      Query both = new Query("今年几岁", 10, Integer.MAX_VALUE, List.of("捎儿", "郝远"));
      assertEquals(
          List.of("camel"), memory.scenes(both).stream().map(r -> r.scene().id()).toList());
    }
  }

  @Test
  void nothingIsFoundForNothing() {
    try (Memory memory = open(SCENES, Progress.SILENT)) {
      assertEquals(List.of(), memory.turns(Query.of(" ", 3)));
    }
    try (Memory empty = open(List.of(), Progress.SILENT)) {
      assertEquals(List.of(), empty.scenes(Query.of("灯", 3)));
    }
  }

  @Test
  void theIndexIsKeptAndMadeAgainWhenStale() throws IOException {
    List<Long> work = new ArrayList<>();
    Progress count = (what, done, total) -> work.add(done);
    open(SCENES, count).close();
    assertFalse(work.isEmpty());
    FileTime made = Files.getLastModifiedTime(folder.resolve("index"));
    work.clear();
    open(SCENES, count).close();
    assertTrue(work.isEmpty(), "an index that matches is not made again");
    assertEquals(made, Files.getLastModifiedTime(folder.resolve("index")));
    open(SCENES.subList(0, 2), count).close();
    assertFalse(work.isEmpty(), "scenes changed");
  }

  @Test
  void aBrokenIndexIsMadeAgain() throws IOException {
    open(SCENES, Progress.SILENT).close();
    Files.delete(folder.resolve("index").resolve("memory.json"));
    try (Memory memory = open(SCENES, Progress.SILENT)) {
      assertNotEquals(List.of(), memory.turns(Query.of("灯", 3)));
    }
  }

  private static final List<Span> CUES =
      List.of(
          new Span(SCENES.get(0), 1, 2, "夜里的灯给谁留着"),
          new Span(SCENES.get(0), 1, 2, "账房那盏灯怎么不吹"),
          new Span(SCENES.get(0), 1, 2, "点灯等哪一位"),
          new Span(SCENES.get(1), 1, 2, "骆驼多大岁数了"),
          new Span(SCENES.get(1), 1, 2, "不急有几岁"),
          new Span(SCENES.get(1), 1, 2, "它的年纪比你小吗"));

  private Memory openWithCues() {
    return Memory.open(
        SCENES, CUES, folder.resolve("index"), new FakeEmbedder(), Words.BIGRAMS, Progress.SILENT);
  }

  @Test
  void cuesTeachWhichSceneIsAskedFor() {
    Map<String, Double> first;
    try (Memory memory = openWithCues()) {
      first = memory.picked("那盏灯夜里给谁点着");
      assertEquals(Set.of("lamp", "camel"), first.keySet());
      assertTrue(first.getOrDefault("lamp", 0.0) > first.getOrDefault("camel", 1.0), first + "");
    }
    try (Memory again = openWithCues()) {
      assertEquals(first, again.picked("那盏灯夜里给谁点着"));
    }
  }

  @Test
  void withoutCuesNoSceneIsPicked() {
    try (Memory memory = open(SCENES, Progress.SILENT)) {
      assertEquals(Map.of(), memory.picked("那盏灯夜里给谁点着"));
    }
  }
}
