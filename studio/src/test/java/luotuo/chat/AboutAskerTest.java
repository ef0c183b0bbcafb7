package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which messages ask what is remembered of the one who speaks.
class AboutAskerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "我叫什么？",
        "你还记得我在哪儿上班吗？",
        "我跟你说过我怕什么吗？",
        "你还记不记得俺是哪个村出来的？",
        "Do you remember where I work?",
        "Who am I?",
        "Did I tell you about my dog?"
      })
  void someSurelyDo(String message) {
    assertEquals(AboutAsker.SURELY, AboutAsker.of(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我女儿在哪儿读书？",
        "我现在住几楼？",
        "我儿子多大了",
        "那我老家在哪儿呢？",
        "我养了什么",
        "我做什么工作的",
        "Where do I live now?",
        "How old is my son?",
        "so what do I do for a living?"
      })
  void someAskAPlainFactOfTheSpeakersLife(String message) {
    assertEquals(AboutAsker.LIFE, AboutAsker.of(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is my other half's trade?",
        "我是不是很笨？",
        "我什么时候才能学会轻功？",
        "我这样的人有谁喜欢？",
        "我喝的是什么酒？",
        "我妈说得对吗？"
      })
  void someMay(String message) {
    assertEquals(AboutAsker.MAYBE, AboutAsker.of(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "骆驼是公司吗？",
        "我该怎么学编程？",
        "你能告诉我那本书叫什么吗？",
        "我在灯塔书店上班。",
        "What should I read first?",
        "Can you tell me about the project?",
        "How old is the town?"
      })
  void othersDoNot(String message) {
    assertEquals(AboutAsker.NO, AboutAsker.of(message));
  }
}
