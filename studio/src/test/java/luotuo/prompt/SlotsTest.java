package luotuo.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import org.junit.jupiter.api.Test;

class SlotsTest {
  private static Persona persona(String instructions) {
    return Persona.of("阿远", Language.ZH, Scope.PLAY, List.of()).withInstructions(instructions);
  }

  static Excerpt excerpt(String id, String text) {
    Turn turn = new Turn.Said("阿远", text, new Source(id + ".txt", 1));
    return new Excerpt(new Scene(id, 0, List.of(turn)), 0, 1);
  }

  @Test
  void eachFormIsRead() {
    assertEquals(
        List.of(
            new Slots.Slot(Optional.empty(), 1, OptionalInt.empty()),
            new Slots.Slot(Optional.of("你的船呢"), 1, OptionalInt.empty()),
            new Slots.Slot(Optional.empty(), 3, OptionalInt.of(1000)),
            new Slots.Slot(Optional.empty(), 5, OptionalInt.empty())),
        Slots.of(
            persona(
                "你是阿远。\n{{RAG对话}}\n例如 {{RAG对话|你的船呢}}\n"
                    + "{{RAG多对话|token<=1000|n<=3}}\n{{RAG多对话}}\n{{别的}}")));
  }

  @Test
  void theWholeLineBecomesScenesAndAnEmptySlotLeavesNone() {
    String filled =
        Slots.filled(
            "前\n看：{{RAG多对话}}完\n{{RAG对话}}\n后",
            List.of(List.of(excerpt("1", "甲"), excerpt("2", "乙")), List.of()));
    assertEquals("前\n###\n阿远:「甲」\n###\n阿远:「乙」\n后", filled);
  }

  @Test
  void whatSaysNearlyTheSameIsKeptOnce() {
    Excerpt near = excerpt("1", "我在河边的木屋里住了三十年，船也旧了");
    Excerpt same = excerpt("2", "我在河边的木屋里住了三十年，船都旧了");
    Excerpt other = excerpt("3", "桂花开的时候才算秋天");
    assertEquals(List.of(near, other), Diverse.of(List.of(near, same, other)));
  }
}
