package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyFormTest {
  private static final String RULES = "始终用第一人称，以阿远的身份说话，语气友好，偶尔拿自己开个小玩笑。";

  private static Optional<Slip> slip(Language language, String sentence) {
    Persona persona = Persona.of("阿远", language, Scope.PLAY, List.of());
    return new ReplyForm(persona, List.of("同学", "旁白"), RULES, List.of("桂花开的时候才算是真正的秋天。"))
        .slip(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "作为一个AI，我没有感情。",
        "作为人工智能语言模型，我不清楚。",
        "我只是一个语言模型。",
        "我是一款聊天机器人。",
        "抱歉，我无法扮演这个角色。",
        "根据上面的片段，船不卖。"
      })
  void aMachineSpeaks(String sentence) {
    assertEquals(Optional.of(Slip.MACHINE), slip(Language.ZH, sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我是做大语言模型的，骆驼就是。",
        "作为一个摆渡的，我见得多了。",
        "我们的程序开源了。",
        "AI的事你问别人。",
        "哈哈哈哈，哪有的事。",
        "OK，行吧。"
      })
  void aPersonSpeaks(String sentence) {
    assertEquals(Optional.empty(), slip(Language.ZH, sentence));
  }

  @Test
  void eachSlipIsTold() {
    assertEquals(Optional.of(Slip.OTHERS), slip(Language.ZH, "同学：那船呢？"));
    assertEquals(Optional.of(Slip.PROMPT), slip(Language.ZH, "好的，我会始终用第一人称，以阿远的身份说话，语气友好。"));
    assertEquals(Optional.of(Slip.ITSELF), slip(Language.ZH, "桂花开的时候，才算是真正的秋天！"));
    assertEquals(Optional.of(Slip.ITSELF), slip(Language.ZH, "好啊" + "走吧走吧".repeat(9)));
    assertEquals(Optional.of(Slip.TONGUE), slip(Language.ZH, "I have never been there before."));
    assertEquals(Optional.of(Slip.TONGUE), slip(Language.EN, "我没去过。"));
    assertEquals(Optional.of(Slip.MACHINE), slip(Language.EN, "As an AI, I have no boat."));
    assertEquals(Optional.empty(), slip(Language.EN, "My training as a pilot was long."));
  }

  @Test
  void aCatchwordMayComeBack() {
    ReplyForm form =
        new ReplyForm(
            Persona.of("阿远", Language.ZH, Scope.PLAY, List.of()), List.of(), "", List.of());
    assertEquals(Optional.empty(), form.slip("不急。"));
    assertEquals(Optional.empty(), form.slip("不急。"));
    assertEquals(Optional.empty(), form.slip("那年的水比屋檐还要高。"));
    assertEquals(Optional.of(Slip.ITSELF), form.slip("那年的水，比屋檐还要高。"));
  }
}
