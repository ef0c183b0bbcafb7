package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
  @Test
  void cutsAtEndsAndKeepsClosingMarks() {
    assertEquals(List.of("他说：“走吧！”", "天亮了……", "好。"), Sentences.of("他说：“走吧！”天亮了……好。"));
    assertEquals(List.of("It rains.", " We stay"), Sentences.of("It rains. We stay"));
  }

  @Test
  void piecesHoldEverySentenceAndAreNotTooLong() {
    String text = "一句话，不长也不短，刚好二十来个字就够了。".repeat(9);
    List<String> pieces = Sentences.pieces(text);
    assertTrue(pieces.stream().allMatch(p -> p.length() <= 120));
    assertTrue(pieces.size() >= 8, pieces.toString());
    assertEquals(List.of("短。"), Sentences.pieces("短。"));
  }
}
