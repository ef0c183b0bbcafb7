package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {
  @Test
  void solvesWhatTheMatrixMade() {
    Random random = new Random(20261128);
    double[][] matrix = positive(random, 40);
    double[] x = random.doubles(40, -1, 1).toArray();
    double[] right = new double[40];
    for (int r = 0; r < 40; r++) {
      for (int c = 0; c < 40; c++) {
        right[r] += matrix[r][c] * x[c];
      }
    }
    assertArrayEquals(x, Cholesky.of(matrix).solve(right), 1e-9, "seed 20261128");
  }

  /// A random matrix times its mirror, and 1 on the diagonal.
  private static double[][] positive(Random random, int size) {
    double[][] matrix = new double[size][size];
    for (int k = 0; k < size; k++) {
      double[] column = random.doubles(size, -1, 1).toArray();
      for (int r = 0; r < size; r++) {
        for (int c = 0; c < size; c++) {
          matrix[r][c] += column[r] * column[c];
        }
      }
      matrix[k][k] += 1;
    }
    return matrix;
  }
}
