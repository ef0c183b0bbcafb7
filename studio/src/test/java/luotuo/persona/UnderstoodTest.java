package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luotuo.corpus.Speaker;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnderstoodTest {
  private static final String TALK =
      """
      小明:今天去哪里玩？
      凉宫春日:去学校后面的山上。

      小明:「」

      小明:昨天做了什么？
      春日:什么也没做，下雨了。
      """;

  @TempDir Path root;

  private Understood understood(String text, ImportRequest request) {
    return PersonaImport.understand(Folders.write(root.resolve("talk.txt"), text), request);
  }

  @Test
  void itSaysWhatAnImportWouldAndWritesNothing() {
    Understood understood = understood(TALK, ImportRequest.plain().withName("凉宫春日"));
    assertEquals(Optional.of("凉宫春日"), understood.name());
    assertEquals(Set.of("春日"), understood.proposedAliases().keySet());
    assertEquals(1, understood.transcript().reports().size());
    assertEquals(Language.ZH, understood.language());
    assertEquals(Scope.PLAY, understood.scope());
    assertEquals(List.of("talk.txt"), Folders.names(root));
  }

  @Test
  void theLikeliestIsProposedFirstThenWhoeverSpeaksMost() {
    Understood understood = understood(TALK, ImportRequest.plain());
    assertEquals(
        List.of("凉宫春日", "小明", "春日"),
        understood.proposedNames().stream().map(Speaker::name).toList());
    assertEquals(Optional.of("凉宫春日"), understood.name());
    assertTrue(understood.note().isPresent());
    Understood chosen =
        understood(
            TALK,
            ImportRequest.plain()
                .withName("春日")
                .withScope(Scope.FACTS)
                .withAliases(List.of("凉宫春日")));
    assertEquals(Set.of(), chosen.proposedAliases().keySet());
    assertEquals(Scope.FACTS, chosen.scope());
  }

  @Test
  void whereNobodySpeaksNobodyIsProposed() {
    Understood understood = understood("一座老房子，很久没有人住了。\n", ImportRequest.plain());
    assertEquals(Optional.empty(), understood.name());
    assertEquals(List.of(), understood.proposedNames());
    assertEquals(Scope.FACTS, understood.scope());
  }

  @Test
  void whatCannotBeReadIsAFailureAsWithAnImport() {
    Failure failure = assertThrows(Failure.class, () -> understood("\n\n", ImportRequest.plain()));
    assertEquals("corpus.nothing", failure.problem().key());
  }
}
