package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CitationsTest {
  @Test
  void marksAreFoundAndTakenOut() {
    String reply = "船不卖。[2] 只租【1、3】。后天[4, 2]再来 [12]！";
    assertEquals(Set.of(1, 2, 3, 4, 12), Citations.in(reply));
    assertEquals("船不卖。 只租。后天再来！", Citations.without(reply));
  }

  @Test
  void otherBracketsAreWords() {
    String reply = "[笑] 第[一]条，[3a]，[]，[2023年]，[1";
    assertEquals(Set.of(), Citations.in(reply));
    assertEquals(reply, Citations.without(reply));
  }

  @Test
  void aMarkBelongsToTheSentenceBeforeIt() {
    for (int step : List.of(1, 2, 3, 100)) {
      List<String> told = new ArrayList<>();
      Gate gate =
          new Gate(s -> s.contains("坏") ? Optional.of(Slip.MACHINE) : Optional.empty(), told::add);
      String text = "甲。[1]乙！ [2][3]丙。 坏。[4]";
      for (int i = 0; i < text.length(); i += step) {
        gate.write(text.substring(i, Math.min(text.length(), i + step)));
      }
      assertEquals(Set.of(1, 2, 3), Citations.in(gate.end()), "step " + step);
      assertEquals(List.of("甲。[1]", "乙！ [2][3]", "丙。"), told);
    }
  }
}
