package luotuo.model.gguf.kernel;

import static luotuo.model.gguf.kernel.Lanes.COUNT;
import static luotuo.model.gguf.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// Products of a tile of unpacked rows with a batch of vectors. The rows of a strip lie in the
/// lanes of two vectors, so that no sum is over lanes; with six vectors of the batch at a time
/// their twelve sums stay in the sixteen registers of a machine with vectors of 256 bits.
///
/// [VectorMix] could do the same, but it takes columns of any number, and the checks that the
/// compiler then leaves in the loop cost 15 of 100 (docs/log.md).
final class VectorTile {
  private static final int SIX = 6;
  private static final int PAIR = 2;

  /// Rows that are multiplied at once.
  static final int STRIP = 2 * COUNT;

  private VectorTile() {}

  /// Floats that [#multiply] needs besides.
  static int room(int columns) {
    return STRIP * (columns + SIX);
  }

  /// See [Arithmetic#tile].
  ///
  /// @param strip at least [#room] floats, holding anything
  static void multiply(
      float[] tile,
      int rows,
      int columns,
      float[] x,
      int batch,
      float[] y,
      int stride,
      int first,
      float[] strip) {
    int sums = STRIP * columns;
    for (int from = 0; from < rows; from += STRIP) {
      int count = Math.min(STRIP, rows - from);
      turn(tile, from, count, columns, strip);
      for (int b = 0; b < batch; ) {
        int vectors = batch - b >= SIX ? SIX : batch - b >= PAIR ? PAIR : 1;
        switch (vectors) {
          case SIX -> six(strip, columns, x, b * columns);
          case PAIR -> pair(strip, columns, x, b * columns);
          default -> one(strip, columns, x, b * columns);
        }
        for (int i = 0; i < vectors; i++, b++) {
          System.arraycopy(strip, sums + i * STRIP, y, b * stride + first + from, count);
        }
      }
    }
  }

  /// Puts rows side by side: `strip[column][row]`. What stands for rows that are not there is never
  /// read.
  private static void turn(float[] tile, int from, int count, int columns, float[] strip) {
    for (int start = 0; start < columns; start += STRIP) {
      int end = Math.min(columns, start + STRIP);
      for (int r = 0; r < count; r++) {
        int row = (from + r) * columns;
        for (int i = start; i < end; i++) {
          strip[i * STRIP + r] = tile[row + i];
        }
      }
    }
  }

  private static void six(float[] strip, int columns, float[] x, int xo) {
    FloatVector a0 = FloatVector.zero(FLOATS);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    FloatVector e0 = a0;
    FloatVector e1 = a0;
    FloatVector f0 = a0;
    FloatVector f1 = a0;
    int x1 = xo + columns;
    int x2 = x1 + columns;
    int x3 = x2 + columns;
    int x4 = x3 + columns;
    int x5 = x4 + columns;
    for (int i = 0; i < columns; i++) {
      FloatVector w0 = FloatVector.fromArray(FLOATS, strip, i * STRIP);
      FloatVector w1 = FloatVector.fromArray(FLOATS, strip, i * STRIP + COUNT);
      FloatVector v = FloatVector.broadcast(FLOATS, x[xo + i]);
      a0 = w0.fma(v, a0);
      a1 = w1.fma(v, a1);
      v = FloatVector.broadcast(FLOATS, x[x1 + i]);
      b0 = w0.fma(v, b0);
      b1 = w1.fma(v, b1);
      v = FloatVector.broadcast(FLOATS, x[x2 + i]);
      c0 = w0.fma(v, c0);
      c1 = w1.fma(v, c1);
      v = FloatVector.broadcast(FLOATS, x[x3 + i]);
      d0 = w0.fma(v, d0);
      d1 = w1.fma(v, d1);
      v = FloatVector.broadcast(FLOATS, x[x4 + i]);
      e0 = w0.fma(v, e0);
      e1 = w1.fma(v, e1);
      v = FloatVector.broadcast(FLOATS, x[x5 + i]);
      f0 = w0.fma(v, f0);
      f1 = w1.fma(v, f1);
    }
    put(a0, a1, strip, columns + 0);
    put(b0, b1, strip, columns + 1);
    put(c0, c1, strip, columns + 2);
    put(d0, d1, strip, columns + 3);
    put(e0, e1, strip, columns + 4);
    put(f0, f1, strip, columns + 5);
  }

  private static void pair(float[] strip, int columns, float[] x, int xo) {
    FloatVector a0 = FloatVector.zero(FLOATS);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    for (int i = 0; i < columns; i++) {
      FloatVector w0 = FloatVector.fromArray(FLOATS, strip, i * STRIP);
      FloatVector w1 = FloatVector.fromArray(FLOATS, strip, i * STRIP + COUNT);
      FloatVector v = FloatVector.broadcast(FLOATS, x[xo + i]);
      a0 = w0.fma(v, a0);
      a1 = w1.fma(v, a1);
      v = FloatVector.broadcast(FLOATS, x[xo + columns + i]);
      b0 = w0.fma(v, b0);
      b1 = w1.fma(v, b1);
    }
    put(a0, a1, strip, columns + 0);
    put(b0, b1, strip, columns + 1);
  }

  private static void one(float[] strip, int columns, float[] x, int xo) {
    FloatVector a0 = FloatVector.zero(FLOATS);
    FloatVector a1 = a0;
    for (int i = 0; i < columns; i++) {
      FloatVector v = FloatVector.broadcast(FLOATS, x[xo + i]);
      a0 = FloatVector.fromArray(FLOATS, strip, i * STRIP).fma(v, a0);
      a1 = FloatVector.fromArray(FLOATS, strip, i * STRIP + COUNT).fma(v, a1);
    }
    put(a0, a1, strip, columns + 0);
  }

  /// Sums lie behind the columns.
  private static void put(FloatVector low, FloatVector high, float[] strip, int column) {
    low.intoArray(strip, column * STRIP);
    high.intoArray(strip, column * STRIP + COUNT);
  }
}
