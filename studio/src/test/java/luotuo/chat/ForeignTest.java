package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import org.junit.jupiter.api.Test;

class ForeignTest {
  @Test
  void whatNamesAPersonaIsNotForeignToIt() {
    List<String> toAnybody = questions("沈渡");
    List<String> toMonkey = questions("孙悟空");
    assertTrue(toAnybody.stream().anyMatch(q -> q.contains("孙悟空")), toAnybody.toString());
    assertFalse(toMonkey.stream().anyMatch(q -> q.contains("孙悟空")), toMonkey.toString());
    assertEquals(toAnybody.size() - 1, toMonkey.size());
  }

  private static List<String> questions(String name) {
    return Foreign.questions(Persona.of(name, Language.ZH, Scope.FACTS, List.of()));
  }
}
