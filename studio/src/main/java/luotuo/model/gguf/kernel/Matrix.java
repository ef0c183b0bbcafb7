package luotuo.model.gguf.kernel;

/// A matrix of weights, in whatever form they are stored.
public interface Matrix {
  int rows();

  int columns();

  /// Multiplies vectors by this matrix, on all threads of its kernels.
  ///
  /// @param x `[batch][columns]`, one row after another
  /// @param y `[batch][rows]`, filled
  void multiply(float[] x, int batch, float[] y);

  /// Copies one row, as numbers, to `to[offset …]`.
  void row(int row, float[] to, int offset);
}
