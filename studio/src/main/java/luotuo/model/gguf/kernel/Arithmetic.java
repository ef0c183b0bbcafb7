package luotuo.model.gguf.kernel;

import luotuo.model.gguf.file.TensorType;

/// The arithmetic of one thread. [ScalarArithmetic] is the definition; the twin on the Vector API
/// gives the same within rounding.
interface Arithmetic {
  /// Rows that [#tile] takes at once, at most.
  int tileRows();

  Form form(TensorType type);

  /// Products of a tile's rows with every vector of a batch: `y[b·stride + first + r] = tile row r
  /// · x row b`.
  ///
  /// @param tile `[rows][columns]`
  /// @param x `[batch][columns]`
  /// @param scratch of this thread, that the tile may be from
  void tile(
      float[] tile,
      int rows,
      int columns,
      float[] x,
      int batch,
      float[] y,
      int stride,
      int first,
      Scratch scratch);

  /// See [Kernels#mix].
  void mix(
      float[] weights,
      int from,
      int stride,
      int outcomes,
      float[] rows,
      int n,
      int columns,
      float[] to,
      int at,
      int toStride);

  /// See [Kernels#dot(float[], int, float[], int, int)], and so for the rest.
  float dot(float[] a, int ao, float[] b, int bo, int n);

  void addScaled(float s, float[] x, int xo, float[] y, int yo, int n);

  void scale(float s, float[] x, int xo, int n);

  void silu(float[] gate, int go, float[] up, int uo, int n);

  void gelu(float[] gate, int go, float[] up, int uo, int n);

  /// Replaces `x` by `e^(x − shift)` and returns the sum.
  float exponentials(float[] x, int xo, int n, float shift);

  float greatest(float[] x, int xo, int n);

  void multiply(float s, float[] x, int xo, float[] weight, float[] y, int yo, int n);

  void store(float[] x, int xo, short[] to, int at, int n);

  float dot(float[] a, int ao, short[] b, int bo, int n);

  void addScaled(float s, short[] x, int xo, float[] y, int yo, int n);
}
