package luotuo.eval.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Slip;
import luotuo.chat.Voice;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Usage;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.prompt.Prompt;
import org.junit.jupiter.api.Test;

class ScriptedTalkTest {
  private static final Source AT = new Source("a.txt", 1);
  private static final Prompt PROMPT = new Prompt(List.of(), List.of(), 10, List.of(), 0);

  private final Persona persona =
      Persona.of(
          "阿远",
          Language.ZH,
          Scope.PLAY,
          List.of(
              new Scene(
                  "1", 1, List.of(new Turn.Said("同学", "在吗？", AT), new Turn.Said("阿远", "在。", AT)))));

  /// Gives answers in order, and tells what it was asked.
  private record Prepared(Iterator<Answer> answers, List<Integer> histories) implements Voice {
    @Override
    public String name() {
      return "prepared";
    }

    @Override
    public Answer answer(
        Question question, List<ConversationTurn> history, Consumer<Piece> pieces) {
      histories.add(history.size());
      return answers.next();
    }
  }

  /// @param draws of the model, each of ten tokens; 0 where own lines took over after two
  private static Voice.Answer answer(String text, int draws, Slip... slips) {
    Completion last =
        new Completion(text, "", Completion.Finish.STOP, new Usage(10, 0, 5, true), List.of());
    return new Voice.Answer(
        text,
        false,
        List.of(),
        "",
        new Usage(10 * (draws == 0 ? 2 : draws), 0, 5, true),
        Optional.of(PROMPT),
        draws == 0 ? Optional.empty() : Optional.of(last),
        List.of(slips));
  }

  private Tally talk(Voice.Answer... answers) {
    List<Integer> histories = new ArrayList<>();
    List<String> turns = UserTurns.of(persona, answers.length);
    Tally tally =
        new ScriptedTalk(persona, 7)
            .with(new Prepared(List.of(answers).iterator(), histories), turns, () -> {});
    assertEquals(answers.length, histories.size());
    assertEquals(answers.length - 1, histories.getLast());
    return tally;
  }

  @Test
  void whatWasHeldBackIsCountedByWhatBecameOfIt() {
    Tally tally =
        talk(
            answer("好的。", 1),
            answer("是吗。", 1, Slip.OTHERS),
            answer("嗯嗯。", 2, Slip.MACHINE),
            answer("不错。", 2, Slip.MACHINE, Slip.ITSELF),
            answer("你猜。", 0, Slip.PROMPT, Slip.PROMPT));
    assertEquals(5, tally.replies());
    assertEquals(2, tally.cut());
    assertEquals(2, tally.redrawn());
    assertEquals(1, tally.fallbacks());
    assertEquals(
        Map.of(Slip.OTHERS, 1, Slip.MACHINE, 2, Slip.ITSELF, 1, Slip.PROMPT, 2), tally.held());
    assertEquals(List.of(), tally.reached());
  }

  @Test
  void aBreakThatIsSeenIsFoundWhoeverLetItThrough() {
    String long1 = "从前有一座很大很大的山，山里住着一个老和尚。";
    Tally tally =
        talk(
            answer("同学：你好。", 1),
            answer("我只是一个语言模型。", 1),
            answer("", 1),
            answer(long1, 1),
            answer(long1, 1));
    assertEquals(
        List.of("OTHERS", "MACHINE", "WORDLESS", "ITSELF"),
        tally.reached().stream().map(Tally.Seen::why).toList());
    assertEquals(List.of(1, 2, 3, 5), tally.reached().stream().map(Tally.Seen::turn).toList());
    assertEquals(List.of("语言模型"), tally.suspects().stream().map(Tally.Seen::why).toList());
  }

  @Test
  void bothLanguagesHaveTwentyTurnsWithTheirNamesFilled() {
    for (Language language : Language.values()) {
      List<String> turns = UserTurns.of(persona.withLanguage(language), UserTurns.MOST);
      assertEquals(20, turns.size());
      assertTrue(turns.stream().noneMatch(turn -> turn.contains("{")), turns.toString());
      assertTrue(turns.stream().anyMatch(turn -> turn.contains("同学")), turns.toString());
    }
  }
}
