package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import luotuo.model.Usage;
import org.junit.jupiter.api.Test;

class FollowUpTest {
  private static ConversationTurn turn(int number, String question) {
    Reply reply = new Reply(question, "…", false, List.of(), "own-lines", "", 1, Usage.NONE, "c");
    return new ConversationTurn(number, number - 1, number, "", Instant.EPOCH, reply);
  }

  @Test
  void completesAQuestionThatLeansOnTheLast() {
    assertEquals("你怎么没读博 那是哪一年？", FollowUp.complete("那是哪一年？", List.of(turn(1, "你怎么没读博"))));
  }

  @Test
  void looksPastQuestionsThatLeanThemselves() {
    List<ConversationTurn> history = List.of(turn(1, "你怎么没读博"), turn(2, "那是哪一年？"));
    assertEquals("你怎么没读博 为什么呢？", FollowUp.complete("为什么呢？", history));
  }

  @Test
  void leavesAWholeQuestionAlone() {
    assertFalse(FollowUp.leans("骆驼项目是一个公司吗？"));
    assertTrue(FollowUp.leans("为什么？"));
    assertEquals("为什么？", FollowUp.complete("为什么？", List.of()));
  }
}
