package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// Multiplies by stored rows as they are read, without putting the numbers anywhere.
record DirectForm(Unpack unpack, RowProduct product) implements Form {
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
    for (int r = from; r < to; r++) {
      y[r] = product.dot(data, r * rowBytes, columns, x);
    }
  }
}
