package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptsTest {
  private final Concepts concepts = Concepts.load();

  @Test
  void theLongestWordingAtAPlaceCounts() {
    assertTrue(concepts.asked("我老娘身体怎么样").contains("mother"));
    assertTrue(concepts.stated("我在灯塔书店上班").contains("work"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"我叫什么名字", "我姓什么", "你知道我是谁吗", "怎么称呼我"})
  void whoTheSpeakerIsCanBeAsked(String question) {
    assertTrue(concepts.asked(question).contains(Concepts.SELF), question);
  }

  @ParameterizedTest
  @CsvSource({"我叫小周，在苏州做木工, true", "大家都叫我老王, true", "我养了一条狗叫豆包, false", "我是木工, false"})
  void andIsToldByANameAlone(String statement, boolean told) {
    assertEquals(told, concepts.stated(statement).contains(Concepts.SELF), statement);
  }
}
