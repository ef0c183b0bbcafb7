package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// Multiplies by unpacking each row first.
record UnpackedForm(Unpack unpack, Arithmetic arithmetic) implements Form {
  @Override
  public void unpack(MemorySegment data, long at, int columns, float[] to, int offset) {
    unpack.row(data, at, columns, to, offset);
  }

  @Override
  public void multiply(
      MemorySegment data,
      long rowBytes,
      int from,
      int to,
      int columns,
      float[] x,
      float[] y,
      Scratch scratch) {
    float[] row = scratch.tile(columns);
    for (int r = from; r < to; r++) {
      unpack.row(data, r * rowBytes, columns, row, 0);
      y[r] = arithmetic.dot(row, 0, x, 0, columns);
    }
  }
}
