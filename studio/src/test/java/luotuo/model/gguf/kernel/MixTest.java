package luotuo.model.gguf.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Weighed sums of rows are the same on vectors as in plain Java.
class MixTest {
  @ParameterizedTest
  @CsvSource({"1,1,1", "4,64,64", "3,64,80", "9,7,256", "5,33,19", "16,64,5", "6,1,96"})
  void addsWeighedRows(int outcomes, int n, int columns) {
    SplittableRandom random = new SplittableRandom(7);
    int stride = n + 3;
    int toStride = columns + 2;
    float[] weights = floats(random, 5 + outcomes * stride);
    float[] rows = floats(random, n * columns);
    float[] before = floats(random, 4 + outcomes * toStride);
    float[] expected = before.clone();
    for (int r = 0; r < outcomes; r++) {
      for (int c = 0; c < columns; c++) {
        double sum = before[4 + r * toStride + c];
        for (int k = 0; k < n; k++) {
          sum += (double) weights[5 + r * stride + k] * rows[k * columns + c];
        }
        expected[4 + r * toStride + c] = (float) sum;
      }
    }
    try (Kernels fast = Kernels.start(1);
        Kernels plain = Kernels.scalar(1)) {
      for (Kernels kernels : new Kernels[] {fast, plain}) {
        float[] to = before.clone();
        kernels.mix(weights, 5, stride, outcomes, rows, n, columns, to, 4, toStride);
        assertArrayEquals(expected, to, 1e-4f);
      }
    }
  }

  private static float[] floats(SplittableRandom random, int size) {
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = (float) random.nextDouble(-1, 1);
    }
    return floats;
  }
}
