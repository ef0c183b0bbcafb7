package luotuo.eval.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureTest {
  @Test
  void theMeanComesWithItsStandardError() {
    Measure measure =
        Measure.of(
            List.of(
                Score.of(Measured.NEAR, 1, ""),
                Score.of(Measured.NEAR, 2, ""),
                Score.of(Measured.NEAR, 3, ""),
                Score.of(Measured.NEAR, 6, "")));
    assertEquals(3, measure.value(), 1e-12);
    assertEquals(Math.sqrt(14.0 / 3 / 4), measure.error(), 1e-12);
    assertEquals(4, measure.samples());
    assertEquals(0, Measure.of(List.of(Score.of(Measured.NEAR, 1, ""))).error());
  }
}
