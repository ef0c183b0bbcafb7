package luotuo.server.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luotuo.job.Failure;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.server.openai.Dialogue.Turn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private static final Persona PERSONA =
      Persona.of("阿远", Language.ZH, Scope.FACTS, List.of()).withAliases(List.of("远哥"));

  private static Map<String, @Nullable Object> message(String role, @Nullable Object content) {
    Map<String, @Nullable Object> message = new HashMap<>();
    message.put("role", role);
    message.put("content", content);
    return message;
  }

  @SafeVarargs
  private static Dialogue of(Map<String, @Nullable Object>... messages) {
    return Dialogue.of(Dialogue.messages(List.of(messages)), PERSONA);
  }

  @Test
  void theLastWordsOfTheUserAreTheQuestion() {
    Dialogue dialogue =
        of(message("user", "你好"), message("assistant", "你好。"), message("user", "你养过什么？"));
    assertEquals("你养过什么？", dialogue.question());
    assertEquals(List.of(new Turn("", "你好", "你好。")), dialogue.turns());
    assertEquals("", dialogue.begun());
    assertEquals("", dialogue.asker());
  }

  @Test
  void messagesOfOneRoleInARowBelongTogether() {
    Dialogue dialogue =
        of(
            message("user", "你好"),
            message("user", "在吗"),
            message("assistant", "在。"),
            message("assistant", "说吧。"),
            message("user", "一"),
            message("tool", "42"),
            message("user", "二"));
    assertEquals(List.of(new Turn("", "你好\n在吗", "在。\n说吧。")), dialogue.turns());
    assertEquals("一\n二", dialogue.question());
  }

  @Test
  void aTalkThatTheAssistantBeganWasOpenedByAGreeting() {
    Dialogue dialogue = of(message("assistant", "来坐。"), message("user", "谢谢"));
    assertEquals(List.of(new Turn("", "你好", "来坐。")), dialogue.turns());
    Dialogue alone = of(message("system", "开始"));
    assertEquals("你好", alone.question());
    assertEquals("开始", alone.wishes());
  }

  @Test
  void aReplyThatWasBegunIsKnown() {
    Dialogue dialogue = of(message("user", "你养过什么？"), message("assistant", "我养过"));
    assertEquals("你养过什么？", dialogue.question());
    assertEquals("我养过", dialogue.begun());
    assertEquals(List.of(), dialogue.turns());
  }

  @Test
  void systemMessagesAreWishesWhereverTheyStand() {
    Dialogue dialogue =
        of(
            message("system", "一"),
            message("user", "问"),
            message("assistant", "答"),
            message("developer", "二"),
            message("user", "再问"));
    assertEquals("一\n\n二", dialogue.wishes());
    assertEquals("再问", dialogue.question());
  }

  @Test
  void contentMayBePartsOrNothing() {
    Dialogue dialogue =
        of(
            message("user", List.of(Map.of("type", "text", "text", "你"), Map.of("text", "好"))),
            message("assistant", null),
            message("user", "吗"));
    assertEquals("你\n好\n吗", dialogue.question());
    Failure image =
        assertThrows(
            Failure.class,
            () -> of(message("user", List.of(Map.of("type", "image_url", "image_url", "x")))));
    assertEquals("openai.part", image.problem().key());
  }

  @Test
  void whoAsksIsToldByTheNameOrInsideTheWords() {
    Map<String, @Nullable Object> named = message("user", "你好");
    named.put("name", "投资人");
    assertEquals("投资人", of(named).asker());
    Dialogue inside =
        of(
            message("user", "小林: 在吗"),
            message("assistant", "远哥：在。"),
            message("user", "小林: 你养过什么：狗还是猫？"));
    assertEquals(List.of(new Turn("小林", "在吗", "在。")), inside.turns());
    assertEquals("小林", inside.asker());
    assertEquals("你养过什么：狗还是猫？", inside.question());
    Dialogue plain =
        of(message("user", "问题: 在吗"), message("assistant", "在。"), message("user", "注意: 小心"));
    assertEquals("", plain.asker());
    assertEquals("注意: 小心", plain.question());
  }

  @Test
  void whatIsNoMessageIsNamed() {
    for (List<?> wrong :
        List.of(
            List.of(),
            List.of("text"),
            List.of(Map.of("role", "robot", "content", "x")),
            List.of(Map.of("role", "user", "content", 3)),
            List.of(Map.of("content", "x")))) {
      Failure failure = assertThrows(Failure.class, () -> Dialogue.messages(wrong));
      assertEquals("messages", failure.problem().arguments().getFirst().split("\\.")[0]);
    }
    assertEquals(new ArrayList<>(), Dialogue.messages(List.of(message("tool", "x"))));
  }
}
