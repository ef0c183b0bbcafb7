package luotuo.memory;

/// A symmetric positive matrix as the product of a lower triangle and its mirror, to solve linear
/// equations with it.
final class Cholesky {
  private final double[][] lower;

  private Cholesky(double[][] lower) {
    this.lower = lower;
  }

  /// @param matrix its lower triangle, which is overwritten
  static Cholesky of(double[][] matrix) {
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < r; c++) {
        matrix[r][c] = (matrix[r][c] - dot(matrix[r], matrix[c], c)) / matrix[c][c];
      }
      matrix[r][r] = Math.sqrt(matrix[r][r] - dot(matrix[r], matrix[r], r));
    }
    return new Cholesky(matrix);
  }

  /// The vector that the matrix turns into this one.
  double[] solve(double[] right) {
    double[] x = right.clone();
    for (int r = 0; r < x.length; r++) {
      x[r] = (x[r] - dot(lower[r], x, r)) / lower[r][r];
    }
    for (int r = x.length - 1; r >= 0; r--) {
      x[r] /= lower[r][r];
      for (int c = 0; c < r; c++) {
        x[c] -= lower[r][c] * x[r];
      }
    }
    return x;
  }

  private static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
