package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;

class WordingsTest {
  @Test
  void readsWhatItWrites() {
    Wordings wordings = new Wordings(Map.of("004", List.of("怎么没深造", "PhD呢")), List.of("导师是谁"));
    assertEquals(wordings, Wordings.read(wordings.write().orElseThrow()));
    assertEquals(Optional.empty(), Wordings.NONE.write());
    assertEquals(Wordings.NONE, Wordings.read("\n\n"));
  }

  @Test
  void aQuestionWithoutASceneIsAnErrorWithItsLine() {
    Failure failure = assertThrows(Failure.class, () -> Wordings.read("\n怎么没深造\n[004]\n"));
    assertEquals(List.of("asked.txt", "2"), failure.problem().arguments());
  }
}
