package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "我叫小周，在苏州做木工",
        "我女儿今年五岁。",
        "上个月我搬到了苏州河边上。",
        "俺家养了两头牛",
        "I work on a barge.",
        "My sister breeds alpacas.",
        "My daughter Ann is seven.",
        "I am a nurse.",
      })
  void whatPeopleSayOfThemselvesIsTelling(String message) {
    assertTrue(Telling.is(message), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "我叫什么名字",
        "我女儿几岁了？",
        "我想听你唱歌",
        "我觉得骆驼很好看",
        "我能进来坐坐吗",
        "我只有一张小卡，跑不动咋整",
        "帮我写个冒泡排序",
        "给我讲个故事",
        "我喜欢你写的东西",
        "骆驼不是公司",
        "I want a story.",
        "I think you are wrong.",
        "Tell me about my sister.",
        "What is my name?",
      })
  void whatWantsAnAnswerIsNot(String message) {
    assertFalse(Telling.is(message), message);
  }
}
