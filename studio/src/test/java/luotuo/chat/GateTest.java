package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
  private final List<String> told = new ArrayList<>();

  private String through(String text, int step) {
    told.clear();
    Gate gate =
        new Gate(
            sentence -> sentence.contains("坏") ? Optional.of(Slip.MACHINE) : Optional.empty(),
            told::add);
    for (int i = 0; i < text.length(); i += step) {
      gate.write(text.substring(i, Math.min(text.length(), i + step)));
    }
    String all = gate.end();
    assertEquals(all, String.join("", told));
    return all;
  }

  @Test
  void sentencesPassAsTheyComeAndTheFirstBadOneShuts() {
    for (int step : List.of(1, 2, 5, 100)) {
      assertEquals("好。好！”\n好", through("好。好！”\n好", step));
      assertEquals("好。", through("好。\n坏。好。", step));
      assertEquals("", through("坏。好。", step));
      assertEquals("Go on. Yes, 3.5 of it.", through("Go on. Yes, 3.5 of it. ", step));
    }
    through("一。二。三", 1);
    assertEquals(List.of("一。", "二。", "三"), told);
  }
}
