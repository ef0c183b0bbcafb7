package luotuo.eval.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import luotuo.corpus.Scene;
import luotuo.job.Failure;
import luotuo.persona.Persona;
import org.junit.jupiter.api.Test;

class HeldOutTest {
  @Test
  void atMostAThirdIsHeldOutAndTheRestKnowsNothingOfIt() {
    HeldOut held = HeldOut.of(Numbered.persona(), 100, 7);
    assertEquals(10, held.samples().size());
    assertEquals(20, held.rest().scenes().size());
    for (Sample sample : held.samples()) {
      assertFalse(held.rest().scenes().contains(sample.scene()));
    }
    assertEquals(4, HeldOut.of(Numbered.persona(), 4, 7).samples().size());
  }

  @Test
  void aSeedDrawsTheSameAgainAndAnotherOthers() {
    HeldOut one = HeldOut.of(Numbered.persona(), 5, 1);
    assertEquals(one, HeldOut.of(Numbered.persona(), 5, 1));
    assertNotEquals(one.samples(), HeldOut.of(Numbered.persona(), 5, 2).samples());
  }

  @Test
  void aSceneWithTheSameLineIsInNeitherPart() {
    Persona persona = Numbered.persona();
    List<Scene> scenes = new ArrayList<>(persona.scenes());
    persona.scenes().forEach(s -> scenes.add(new Scene(s.id() + "-again", 100, s.turns())));
    HeldOut held = HeldOut.of(persona.withScenes(scenes), 6, 3);
    List<String> known =
        HeldOut.said(held.rest().scenes()).map(said -> said.text()).distinct().toList();
    held.samples().forEach(sample -> assertFalse(known.contains(sample.line()), sample.id()));
    assertEquals(60 - 12, held.rest().scenes().size());
  }

  @Test
  void whereNothingCanBeHeldOutItIsSaid() {
    Persona two = Numbered.persona().withScenes(Numbered.persona().scenes().subList(0, 2));
    Failure failure = assertThrows(Failure.class, () -> HeldOut.of(two, 5, 1));
    assertEquals("eval.tooFew", failure.problem().key());
  }
}
