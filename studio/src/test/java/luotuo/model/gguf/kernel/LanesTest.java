package luotuo.model.gguf.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sums over a vector come in one order, so that the same work gives the same numbers, be the code
/// compiled by now or not.
class LanesTest {
  private static final int OFTEN = 100_000;

  @ParameterizedTest
  @ValueSource(ints = {128, 256, 512})
  void lanesAreSummedHalvesFirst(int bits) {
    VectorSpecies<Float> species =
        VectorSpecies.of(
            float.class, VectorShape.forBitSize(bits)); // emulated where it is too wide
    long seed = 20261128;
    System.out.println("lanes: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    float[] lanes = new float[species.length()];
    for (int i = 0; i < OFTEN; i++) {
      for (int lane = 0; lane < lanes.length; lane++) {
        lanes[lane] = (float) random.nextDouble(-1, 1) * (1 << random.nextInt(20));
      }
      float sum = Lanes.sum(FloatVector.fromArray(species, lanes, 0));
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
