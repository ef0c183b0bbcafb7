package luotuo.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import luotuo.model.Message;
import luotuo.model.scripted.ScriptedModel;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.prompt.Prompt.Kind;
import org.junit.jupiter.api.Test;

class PromptWriterTest {
  private static final Persona PERSONA =
      Persona.of("阿远", Language.ZH, Scope.PLAY, List.of()).withInstructions("你是摆渡的阿远。");
  private static final List<Exchange> HISTORY =
      IntStream.rangeClosed(1, 30)
          .mapToObj(i -> new Exchange("", "第" + i + "句话问的是什么", "第" + i + "句话答的是这个"))
          .toList();
  private static final List<Excerpt> SCENES =
      IntStream.rangeClosed(1, 9)
          .mapToObj(i -> SlotsTest.excerpt("s" + i, "一件事".repeat(10) + i))
          .toList();

  private static Prompt written(int room, Shares shares, Occasion occasion) {
    try (ScriptedModel model = ScriptedModel.echo()) {
      Prompt prompt =
          new PromptWriter(model, room, shares, Templates.shipped(Language.ZH)).write(occasion);
      assertTrue(prompt.tokens() <= room, prompt.tokens() + " of " + room);
      assertEquals(prompt.tokens(), model.count(prompt.messages()));
      int parts = prompt.parts().stream().mapToInt(Prompt.Part::tokens).sum();
      assertEquals(prompt.tokens(), parts);
      return prompt;
    }
  }

  private static Occasion occasion(Persona persona, List<List<Excerpt>> slotted) {
    return new Occasion(
        persona, HISTORY, "阿梅说她搬过家。", List.of("阿梅怕狗", "阿梅住在码头"), SCENES, slotted, "阿梅", "船呢");
  }

  private static Prompt.Part part(Prompt prompt, Kind kind) {
    return prompt.parts().stream().filter(p -> p.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void everyPartIsThereAndInItsPlace() {
    Prompt prompt = written(4000, Shares.DEFAULT, occasion(PERSONA, List.of()));
    prompt.parts().forEach(part -> assertEquals(List.of(), part.leftOut(), part.kind().name()));
    String first = prompt.messages().getFirst().text();
    assertTrue(first.startsWith("你是摆渡的阿远。"), first);
    assertTrue(first.contains("阿梅说她搬过家。"), first);
    String last = prompt.messages().getLast().text();
    assertTrue(last.indexOf("- 阿梅怕狗") < last.indexOf("一件事"), last);
    assertTrue(last.endsWith("阿梅：船呢"), last);
    assertEquals(30, prompt.turns());
  }

  @Test
  void whatFindsNoRoomIsNamed() {
    Prompt prompt = written(700, Shares.DEFAULT, occasion(PERSONA, List.of()));
    List<String> scenes = part(prompt, Kind.SCENES).leftOut();
    assertFalse(scenes.isEmpty());
    assertEquals(9, scenes.size() + prompt.scenes().size());
    assertTrue(scenes.contains("s9"), "the farthest goes first");
    List<String> turns = part(prompt, Kind.HISTORY).leftOut();
    assertEquals(30, turns.size() + prompt.turns());
    assertEquals("第1句话问的是什么", turns.getFirst());
    assertTrue(prompt.messages().toString().contains("第30句话答的"));
  }

  @Test
  void theHistoryTakesNoMoreThanItsShare() {
    Prompt all = written(4000, Shares.DEFAULT, occasion(PERSONA, List.of()));
    Shares little = new Shares(0.5, 0.1, 0.15, 0.4, 0.02);
    Prompt prompt = written(4000, little, occasion(PERSONA, List.of()));
    assertEquals(30, all.turns());
    assertTrue(prompt.turns() > 0 && prompt.turns() < 10, prompt.turns() + " turns");
    assertEquals(30 - prompt.turns(), part(prompt, Kind.HISTORY).leftOut().size());
    assertTrue(part(prompt, Kind.HISTORY).tokens() <= 4000 * 0.02);
    assertEquals("第1句话问的是什么", part(prompt, Kind.HISTORY).leftOut().getFirst());
  }

  @Test
  void sharesAreKept() {
    Shares none = new Shares(0.5, 0, 0, 0);
    Prompt prompt = written(1500, none, occasion(PERSONA, List.of()));
    assertEquals(List.of(), prompt.scenes());
    assertEquals(0, part(prompt, Kind.MEMORIES).tokens());
    assertEquals(List.of("阿梅怕狗", "阿梅住在码头"), part(prompt, Kind.MEMORIES).leftOut());
    assertTrue(message(() -> new Shares(0.5, 0.5, 0.3, 0.16)).contains("more than 0.95"));
    assertTrue(message(() -> new Shares(0.01, 0, 0, 0)).contains("shares.persona"));
    assertTrue(message(() -> new Shares(0.5, Double.NaN, 0, 0)).contains("shares.memories"));
  }

  private static String message(org.junit.jupiter.api.function.Executable work) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, work).getMessage());
  }

  @Test
  void slotsOfTheInstructionsAreFilled() {
    Persona persona = PERSONA.withInstructions("你是阿远。\n{{RAG对话}}\n完。");
    Prompt prompt = written(3000, Shares.DEFAULT, occasion(persona, List.of(SCENES.subList(0, 1))));
    Message first = prompt.messages().getFirst();
    assertTrue(first.text().contains("你是阿远。\n###\n阿远:「一件事"), first.text());
    assertFalse(first.text().contains("RAG"), first.text());
  }
}
