package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
  private static Persona persona(String... asked) {
    List<Scene> scenes = new ArrayList<>();
    for (String question : asked) {
      Source at = new Source("a.txt", scenes.size() + 1);
      List<Turn> turns =
          List.of(new Turn.Said("路人", question, at), new Turn.Said("郝远", "这个说来话长，先坐下喝茶。", at));
      scenes.add(new Scene("s" + scenes.size(), scenes.size(), turns));
    }
    return Persona.of("郝远", Language.ZH, Scope.PLAY, scenes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "那是哪一年？",
        "他去哪儿了？",
        "然后呢？",
        "你好！",
        "今天天气很好。",
        "谁？",
        "（看着他）你是谁？",
        "我来了。你吃了吗？我还没有吃。",
        "不是你吗？"
      })
  void whatNobodyCouldBeginWithIsNotProposed(String line) {
    assertEquals(List.of(), Questions.propose(persona(line), 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"你最远到过哪里？", "你的骆驼叫什么?", "你会写字吗", "七里半离哪儿七里半？"})
  void aPlainQuestionIs(String line) {
    assertEquals(List.of(line), Questions.propose(persona(line), 5));
  }

  @Test
  void onlyWhatThePersonaRepliedTo() {
    Persona persona = persona("你最远到过哪里？");
    Persona other = persona.withName("路人");
    assertEquals(List.of(), Questions.propose(other, 5));
  }

  @Test
  void noTwoAskTheSame() {
    Persona persona = persona("你最远到过哪里？", "你最远到过哪里呢？", "你的骆驼叫什么？");
    assertEquals(List.of("你最远到过哪里？", "你的骆驼叫什么？"), Questions.propose(persona, 5));
  }

  @Test
  void theyAreSpreadOverTheStory() {
    List<String> asked =
        List.of(
            "你最远到过哪里？",
            "你的骆驼叫什么？",
            "谁教会你写字？",
            "你一天走多少路？",
            "你怕不怕土匪？",
            "你为什么不还钱？",
            "茶铺几点开门？",
            "你会唱什么歌？",
            "醋坛子怎么封口？",
            "你信不信鬼神？");
    List<String> chosen = Questions.propose(persona(asked.toArray(String[]::new)), 5);
    assertEquals(5, chosen.size());
    for (int band = 0; band < 5; band++) {
      assertEquals(band, asked.indexOf(chosen.get(band)) / 2);
    }
  }

  @Test
  void thePersonasOwnComeFirst() {
    Persona persona = persona("你最远到过哪里？").withQuestions(List.of("一？", "二？", "三？"));
    assertEquals(List.of("一？", "二？"), Questions.propose(persona, 2));
  }
}
