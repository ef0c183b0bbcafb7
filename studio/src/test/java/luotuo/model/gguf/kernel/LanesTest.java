package luotuo.model.gguf.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/// Sums over a vector come in one order, so that the same work gives the same numbers, be the code
/// compiled by now or not.
class LanesTest {
  private static final int OFTEN = 100_000;

  @Test
  void lanesAreSummedHalvesFirst() {
    long seed = 20261128;
    System.out.println("lanes: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    float[] lanes = new float[Lanes.COUNT];
    for (int i = 0; i < OFTEN; i++) {
      for (int lane = 0; lane < lanes.length; lane++) {
        lanes[lane] = (float) random.nextDouble(-1, 1) * (1 << random.nextInt(20));
      }
      float sum = Lanes.sum(FloatVector.fromArray(Lanes.FLOATS, lanes, 0));
      assertEquals(halvesFirst(lanes), sum, "sum " + i);
    }
  }

  private static float halvesFirst(float[] lanes) {
    float[] sums = lanes.clone();
    for (int half = sums.length / 2; half > 0; half /= 2) {
      for (int i = 0; i < half; i++) {
        sums[i] += sums[i + half];
      }
    }
    return sums[0];
  }
}
