package luotuo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Failure;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import org.junit.jupiter.api.Test;

class StoryTimeTest {
  private final Persona persona =
      Persona.of(
          "阿远",
          Language.ZH,
          Scope.PLAY,
          List.of(scene("001", 0, "阿远"), scene("002", 1, "小满"), scene("040", 2, "阿远")));

  private static Scene scene(String id, int order, String speaker) {
    var said = new Turn.Said(speaker, "嗯", new Source(id + ".txt", 1));
    return new Scene(id, order, List.of(said));
  }

  @Test
  void aSceneIsAPlaceInTheStory() {
    assertEquals(1, StoryTime.until(persona, "002"));
  }

  @Test
  void zerosBeforeANumberNeedNotBeTyped() {
    assertEquals(2, StoryTime.until(persona, "40"));
  }

  @Test
  void aChapterOfANovelIsAPlaceToo() {
    Persona told =
        Persona.of(
            "阿远",
            Language.ZH,
            Scope.FACTS,
            List.of(
                passage(0, "第三十九回 渡口"),
                passage(1, "船来了。"),
                passage(2, "第四十回 开船"),
                passage(3, "走了。")));
    assertEquals(2, StoryTime.until(told, "第四十回"));
    assertEquals(2, StoryTime.until(told, "40"));
    assertEquals(0, StoryTime.until(told, "三十九"));
    assertThrows(Failure.class, () -> StoryTime.until(told, "41"));
  }

  private static Scene passage(int order, String text) {
    return new Scene(
        "书-" + order, order, List.of(new Turn.Passage(text, new Source("书.txt", order + 1))));
  }

  @Test
  void anUnknownSceneIsToldTheFirstAndTheLast() {
    var failure = assertThrows(Failure.class, () -> StoryTime.until(persona, "41"));
    assertEquals("scene.unknown", failure.problem().key());
    assertEquals(List.of("41", "阿远", "001", "040"), failure.problem().arguments());
  }

  @Test
  void whoTakesPartIsKnown() {
    assertEquals(List.of("小满"), StoryTime.present(persona, List.of("小满")));
    var failure = assertThrows(Failure.class, () -> StoryTime.present(persona, List.of("小漫")));
    assertEquals("present.unknown", failure.problem().key());
  }
}
