package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeighingTest {
  static List<Weighing> profiles() {
    return Weighing.ALL;
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void equalFactsGetEqualNumbersAndNeverNaN(Weighing weighing) {
    double[] same = {0.4, 0.4, 0.4};
    double[] scores = weighing.scores(same, same, same);
    assertTrue(Arrays.stream(scores).allMatch(Double::isFinite), Arrays.toString(scores));
    assertEquals(1, Arrays.stream(scores).distinct().count(), Arrays.toString(scores));
    assertTrue(
        Double.isFinite(weighing.scores(new double[] {0}, new double[] {0}, new double[] {0})[0]));
    assertEquals(0, weighing.scores(new double[0], new double[0], new double[0]).length);
  }

  @Test
  void thePaperWeighsAllThreeAlike() {
    double[] none = {0, 0};
    double[] relevant = Weighing.PAPER.scores(new double[] {0.2, 0.9}, none, none);
    double[] important = Weighing.PAPER.scores(none, none, new double[] {0.2, 0.9});
    double[] recent = Weighing.PAPER.scores(none, new double[] {100, 1}, none);
    assertTrue(relevant[1] > relevant[0]);
    assertEquals(relevant[1] - relevant[0], important[1] - important[0], 1e-9);
    assertEquals(relevant[1] - relevant[0], recent[1] - recent[0], 1e-9);
  }

  @Test
  void thePublishedCodePrefersWhatWasLongestUntouched() {
    double[] none = {0, 0};
    double[] scores = Weighing.STANFORD_CODE.scores(none, new double[] {100, 1}, none);
    assertTrue(scores[0] > scores[1], Arrays.toString(scores));
  }

  @Test
  void aiTownCountsWholeHours() {
    double[] none = {0, 0, 0};
    double[] scores = Weighing.AI_TOWN.scores(none, new double[] {1.1, 1.9, 50}, none);
    assertEquals(scores[0], scores[1], 1e-12);
    assertTrue(scores[1] > scores[2]);
  }
}
