package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// How to compute with rows of weights of one stored form.
interface Form {
  /// Puts a row's weights, as numbers, to `to[offset …]`.
  ///
  /// @param at where the row begins, in bytes
  /// @param columns a multiple of the form's block
  void unpack(MemorySegment data, long at, int columns, float[] to, int offset);

  /// The products of rows with one vector: `y[r] = row r · x` for `from ≤ r < to`. What a row gives
  /// does not depend on the others.
  ///
  /// @param rowBytes bytes of a row; row `r` begins at `r × rowBytes`
  /// @param scratch of this thread
  void multiply(
      MemorySegment data,
      long rowBytes,
      int from,
      int to,
      int columns,
      float[] x,
      float[] y,
      Scratch scratch);
}
