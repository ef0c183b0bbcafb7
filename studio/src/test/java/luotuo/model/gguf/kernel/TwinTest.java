package luotuo.model.gguf.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import luotuo.model.gguf.file.Tensor;
import luotuo.model.gguf.file.TensorType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the Vector API gives is, within rounding, what plain Java gives, and what sums in double
/// precision give.
class TwinTest {
  private static final long SEED = 11;
  private static final int[] ROWS = {1, 3, 4, 17, 50};
  private static final int[] BATCHES = {1, 2, 3, 4, 7, 9};
  private static final int[] ODD = {1, 7, 8, 15, 16, 17, 33, 64, 100, 259};
  private static final Kernels VECTOR = Kernels.start(2);
  private static final Kernels SCALAR = Kernels.scalar(1);

  private final Random random = new Random(SEED);

  @AfterAll
  static void close() {
    VECTOR.close();
    SCALAR.close();
  }

  @Test
  void theTestsRunOnTheVectorApi() {
    assertTrue(VECTOR.vectors(), "no wide vectors: this machine tests plain Java only");
  }

  @ParameterizedTest
  @EnumSource(TensorType.class)
  void rowsAreTheSame(TensorType type) {
    for (int columns : columns(type)) {
      for (float scale : new float[] {0.05f, 300, 1e-7f, 0}) {
        Tensor tensor = Blocks.random(type, columns, 3, scale, random);
        float[] expected = new float[columns + 2];
        float[] actual = new float[columns + 2];
        for (int row = 0; row < 3; row++) {
          SCALAR.matrix(tensor).row(row, expected, 1);
          VECTOR.matrix(tensor).row(row, actual, 1);
          assertClose(expected, actual, 1e-6, type + " " + columns + " scale " + scale);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TensorType.class)
  void productsAreTheSame(TensorType type) {
    for (int columns : columns(type)) {
      for (int rows : ROWS) {
        Tensor tensor = Blocks.random(type, columns, rows, 0.05f, random);
        for (int batch : BATCHES) {
          products(tensor, batch);
        }
      }
    }
  }

  private void products(Tensor tensor, int batch) {
    float[] x = gaussian(batch * tensor.columns(), 1);
    float[] scalar = new float[batch * tensor.rows()];
    float[] vector = new float[batch * tensor.rows()];
    SCALAR.matrix(tensor).multiply(x, batch, scalar);
    VECTOR.matrix(tensor).multiply(x, batch, vector);
    float[] row = new float[tensor.columns()];
    String where = tensor + " × " + batch + ", seed " + SEED;
    for (int r = 0; r < tensor.rows(); r++) {
      SCALAR.matrix(tensor).row(r, row, 0);
      for (int b = 0; b < batch; b++) {
        double sum = 0;
        double size = 0;
        for (int i = 0; i < row.length; i++) {
          double product = (double) row[i] * x[b * row.length + i];
          sum += product;
          size += Math.abs(product);
        }
        int at = b * tensor.rows() + r;
        assertEquals(sum, scalar[at], size * 1e-6, where);
        assertEquals(sum, vector[at], size * 1e-6, where);
      }
    }
  }

  @Test
  void dotsAndSumsAreTheSame() {
    for (int n : ODD) {
      float[] a = gaussian(n + 3, 1);
      float[] b = gaussian(n + 5, 1);
      assertEquals(SCALAR.dot(a, 3, b, 5, n), VECTOR.dot(a, 3, b, 5, n), 1e-5 * n);
      float[] expected = b.clone();
      float[] actual = b.clone();
      SCALAR.addScaled(0.3f, a, 2, expected, 4, n);
      VECTOR.addScaled(0.3f, a, 2, actual, 4, n);
      assertClose(expected, actual, 1e-6, "n " + n);
    }
  }

  @Test
  void normsAreTheSame() {
    for (int n : ODD) {
      float[] x = gaussian(n + 1, 3);
      float[] weight = gaussian(n, 1);
      float[] expected = new float[n + 2];
      float[] actual = new float[n + 2];
      SCALAR.rmsNorm(x, 1, weight, 1e-5f, expected, 2, n);
      VECTOR.rmsNorm(x, 1, weight, 1e-5f, actual, 2, n);
      assertClose(expected, actual, 1e-5, "n " + n);
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += (double) x[i + 1] * x[i + 1] / n;
      }
      assertEquals(x[1] * weight[0] / Math.sqrt(mean + 1e-5), actual[2], 1e-5);
    }
  }

  @Test
  void softmaxIsTheSameAndSumsToOne() {
    for (int n : ODD) {
      float[] expected = gaussian(n + 1, 8);
      expected[n] = n > 1 ? Float.NEGATIVE_INFINITY : 0;
      float[] actual = expected.clone();
      SCALAR.softmax(expected, 1, n);
      VECTOR.softmax(actual, 1, n);
      assertClose(expected, actual, 2e-6, "n " + n);
      double sum = 0;
      for (int i = 1; i <= n; i++) {
        sum += actual[i];
      }
      assertEquals(1, sum, 1e-5);
      assertEquals(expected[n], actual[n], "what is masked weighs nothing");
    }
  }

  @Test
  void gatesAreTheSame() {
    float[] gates = new float[1201];
    for (int i = 0; i < gates.length; i++) {
      gates[i] = (i - 600) / 5f;
    }
    float[] up = gaussian(gates.length, 1);
    float[] expected = gates.clone();
    float[] actual = gates.clone();
    SCALAR.silu(expected, 0, up, 0, gates.length);
    VECTOR.silu(actual, 0, up, 0, gates.length);
    assertClose(expected, actual, 2e-6, "silu");
    assertEquals(gates[603] / (1 + Math.exp(-gates[603])) * up[603], actual[603], 1e-6);
    expected = gates.clone();
    actual = gates.clone();
    SCALAR.gelu(expected, 0, up, 0, gates.length);
    VECTOR.gelu(actual, 0, up, 0, gates.length);
    assertClose(expected, actual, 4e-6, "gelu");
    double x = gates[603];
    double tanh = Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x));
    assertEquals(0.5 * x * (1 + tanh) * up[603], actual[603], 1e-6);
  }

  @Test
  void halvesAreTheSame() {
    for (int n : ODD) {
      float[] x = gaussian(n + 1, 4);
      x[1] = 1e6f;
      x[n] = n > 1 ? -3e-6f : x[n];
      short[] expected = new short[n + 3];
      short[] stored = new short[n + 3];
      SCALAR.store(x, 1, expected, 3, n);
      VECTOR.store(x, 1, stored, 3, n);
      assertArrayEquals(expected, stored);
      assertEquals(65504, Float.float16ToFloat(stored[3]));
      float[] a = gaussian(n, 1);
      float dot = SCALAR.dot(a, 0, stored, 3, n);
      assertEquals(dot, VECTOR.dot(a, 0, stored, 3, n), 1e-6 * 65504 * n);
      float[] sum = a.clone();
      float[] twin = a.clone();
      SCALAR.addScaled(0.7f, stored, 3, sum, 0, n);
      VECTOR.addScaled(0.7f, stored, 3, twin, 0, n);
      assertClose(sum, twin, 1e-6, "n " + n);
    }
  }

  private static int[] columns(TensorType type) {
    return switch (type.block()) {
      case 1 -> new int[] {1, 5, 8, 15, 16, 33, 100, 576};
      case 32 -> new int[] {32, 64, 96, 576, 1056};
      default -> new int[] {256, 512, 1280};
    };
  }

  private float[] gaussian(int n, float scale) {
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = scale * (float) random.nextGaussian();
    }
    return x;
  }

  /// Within a share of the greatest amount.
  private static void assertClose(float[] expected, float[] actual, double share, String where) {
    double most = 0;
    for (float number : expected) {
      most = Math.max(most, Float.isFinite(number) ? Math.abs(number) : 0);
    }
    assertArrayEquals(expected, actual, (float) Math.max(most * share, Float.MIN_VALUE), where);
  }

  @Test
  void infinitiesAndNotANumberStayWhatTheyAre() {
    float[] gates = new float[16];
    Arrays.fill(gates, 1);
    gates[3] = Float.NaN;
    float[] up = new float[16];
    Arrays.fill(up, 1);
    VECTOR.silu(gates, 0, up, 0, 16);
    assertTrue(Float.isNaN(gates[3]), "a fault must show");
    assertEquals(gates[2], gates[4]);
  }
}
