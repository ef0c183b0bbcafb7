package luotuo.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NovelFormTest {
  private static final String NOVEL =
      """
      第一回 旧表

          老周守着这家铺子已经三十年了。

          小满说道：“我来取表。”

      第二回 下雨

          %s

          老周笑道：“这雨下不完了。”
          ——

      第四十回 开船
          船开了。
      """
          .formatted("雨下了一夜，街上的石板都亮了。".repeat(60));

  @TempDir Path folder;

  private Transcript read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("书.txt"), text);
    return Transcripts.read(file, Options.DEFAULT);
  }

  @Test
  void chaptersAndParagraphsBecomeScenesOfPassages() throws IOException {
    Transcript novel = read(NOVEL);
    assertEquals("novel", novel.form());
    assertEquals(4, novel.scenes().size());
    assertEquals("书-001", novel.scenes().getFirst().id());
    assertEquals(3, novel.scenes().getFirst().turns().size());
    assertEquals(
        new Turn.Passage("小满说道：“我来取表。”", new Source("书.txt", 5)),
        novel.scenes().getFirst().turns().get(2));
    assertTrue(novel.scenes().get(1).turns().getFirst().text().startsWith("第二回"));
    assertEquals("老周笑道：“这雨下不完了。”", novel.scenes().get(2).turns().getFirst().text());
    assertEquals("第四十回 开船", novel.scenes().get(3).turns().getFirst().text());
  }

  @Test
  void everyLineIsAccountedFor() throws IOException {
    LineCount lines = read(NOVEL).lines();
    assertEquals(NOVEL.lines().count(), lines.total());
    assertEquals(1, lines.reported());
  }

  @Test
  void aTranscriptWithHeadingsIsNoNovel() throws IOException {
    String talk = "第一集\n" + "老周: 进来坐。\n小满: 我来取表。\n".repeat(20);
    assertEquals("plain", read(talk).form());
  }

  @Test
  void chaptersAreNamedInManyWays() {
    assertEquals(OptionalInt.of(40), Chapter.number("第四十回　大战红孩儿"));
    assertEquals(OptionalInt.of(12), Chapter.number("第12章：雨"));
    assertEquals(OptionalInt.of(3), Chapter.number("CHAPTER 3. The Sea"));
    assertEquals(OptionalInt.of(105), Chapter.named("一百零五"));
    assertEquals(OptionalInt.of(7), Chapter.named("7"));
    assertEquals(OptionalInt.empty(), Chapter.number("第一回见到他的时候，天正下着雨。"));
    assertEquals(OptionalInt.empty(), Chapter.number("第二天早上"));
    assertEquals(OptionalInt.empty(), Chapter.named("开船"));
  }
}
