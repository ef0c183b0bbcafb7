package luotuo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import luotuo.job.Failure;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import org.junit.jupiter.api.Test;

class GroupAskingTest {
  private final List<Persona> both =
      List.of(persona("阿远", "002", "003"), persona("小满", "000", "001", "002"));

  private static Persona persona(String name, String... ids) {
    List<Scene> scenes = new ArrayList<>();
    for (String id : ids) {
      var said = new Turn.Said(name, "嗯", new Source(id + ".txt", 1));
      var asked = new Turn.Said("老师", "哦", new Source(id + ".txt", 2));
      scenes.add(new Scene(id, scenes.size(), List.of(said, asked)));
    }
    return Persona.of(name, Language.ZH, Scope.PLAY, scenes);
  }

  @Test
  void aSceneIsAPlaceInEachOnesOwnStory() {
    GroupAsking asking = GroupAsking.of(both, "阿梅", Optional.of("2"), List.of("老师"));
    assertEquals(0, asking.question("阿远").until());
    assertEquals(2, asking.question("小满").until());
    assertEquals("阿梅", asking.question("小满").asker());
    assertEquals(List.of("老师"), asking.question("阿远").present());
  }

  @Test
  void whoDoesNotKnowTheSceneIsNamed() {
    Failure scene =
        assertThrows(Failure.class, () -> GroupAsking.of(both, "", Optional.of("003"), List.of()));
    assertEquals(List.of("003", "小满", "000", "002"), scene.problem().arguments());
    Failure present =
        assertThrows(
            Failure.class, () -> GroupAsking.of(both, "", Optional.empty(), List.of("小满")));
    assertEquals("present.unknown", present.problem().key());
    assertEquals("阿远", present.problem().arguments().get(1));
  }
}
