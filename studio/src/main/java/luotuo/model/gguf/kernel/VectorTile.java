package luotuo.model.gguf.kernel;

import static luotuo.model.gguf.kernel.Lanes.COUNT;
import static luotuo.model.gguf.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// Products of a tile of unpacked rows with a batch of vectors: four rows and four vectors at a
/// time, so that each number that is loaded is used four times and sixteen sums stay in registers.
final class VectorTile {
  private static final int SIDE = 4;

  private VectorTile() {}

  /// See [Arithmetic#tile].
  static void multiply(
      float[] tile, int rows, int columns, float[] x, int batch, float[] y, int stride, int first) {
    int wholeRows = rows / SIDE * SIDE;
    int wholeBatch = batch / SIDE * SIDE;
    for (int b = 0; b < wholeBatch; b += SIDE) {
      for (int r = 0; r < wholeRows; r += SIDE) {
        square(tile, r * columns, columns, x, b * columns, y, b * stride + first + r, stride);
      }
      for (int r = wholeRows; r < rows; r++) {
        for (int i = b; i < b + SIDE; i++) {
          y[i * stride + first + r] = single(tile, r * columns, columns, x, i * columns);
        }
      }
    }
    for (int b = wholeBatch; b < batch; b++) {
      for (int r = 0; r < wholeRows; r += SIDE) {
        column(tile, r * columns, columns, x, b * columns, y, b * stride + first + r);
      }
      for (int r = wholeRows; r < rows; r++) {
        y[b * stride + first + r] = single(tile, r * columns, columns, x, b * columns);
      }
    }
  }

  /// Four rows with four vectors.
  private static void square(
      float[] w, int wo, int columns, float[] x, int xo, float[] y, int yo, int stride) {
    FloatVector s00 = FloatVector.zero(FLOATS);
    FloatVector s01 = s00;
    FloatVector s02 = s00;
    FloatVector s03 = s00;
    FloatVector s10 = s00;
    FloatVector s11 = s00;
    FloatVector s12 = s00;
    FloatVector s13 = s00;
    FloatVector s20 = s00;
    FloatVector s21 = s00;
    FloatVector s22 = s00;
    FloatVector s23 = s00;
    FloatVector s30 = s00;
    FloatVector s31 = s00;
    FloatVector s32 = s00;
    FloatVector s33 = s00;
    int w1 = wo + columns;
    int w2 = w1 + columns;
    int w3 = w2 + columns;
    int x1 = xo + columns;
    int x2 = x1 + columns;
    int x3 = x2 + columns;
    int i = 0;
    for (; i <= columns - COUNT; i += COUNT) {
      FloatVector a = FloatVector.fromArray(FLOATS, w, wo + i);
      FloatVector b = FloatVector.fromArray(FLOATS, w, w1 + i);
      FloatVector c = FloatVector.fromArray(FLOATS, w, w2 + i);
      FloatVector d = FloatVector.fromArray(FLOATS, w, w3 + i);
      FloatVector v = FloatVector.fromArray(FLOATS, x, xo + i);
      s00 = a.fma(v, s00);
      s10 = b.fma(v, s10);
      s20 = c.fma(v, s20);
      s30 = d.fma(v, s30);
      v = FloatVector.fromArray(FLOATS, x, x1 + i);
      s01 = a.fma(v, s01);
      s11 = b.fma(v, s11);
      s21 = c.fma(v, s21);
      s31 = d.fma(v, s31);
      v = FloatVector.fromArray(FLOATS, x, x2 + i);
      s02 = a.fma(v, s02);
      s12 = b.fma(v, s12);
      s22 = c.fma(v, s22);
      s32 = d.fma(v, s32);
      v = FloatVector.fromArray(FLOATS, x, x3 + i);
      s03 = a.fma(v, s03);
      s13 = b.fma(v, s13);
      s23 = c.fma(v, s23);
      s33 = d.fma(v, s33);
    }
    put(s00, s10, s20, s30, y, yo);
    put(s01, s11, s21, s31, y, yo + stride);
    put(s02, s12, s22, s32, y, yo + 2 * stride);
    put(s03, s13, s23, s33, y, yo + 3 * stride);
    if (i < columns) {
      for (int b = 0; b < SIDE; b++) {
        addRest(w, wo, columns, i, x, xo + b * columns, y, yo + b * stride);
      }
    }
  }

  /// Four rows with one vector.
  private static void column(float[] w, int wo, int columns, float[] x, int xo, float[] y, int yo) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int w1 = wo + columns;
    int w2 = w1 + columns;
    int w3 = w2 + columns;
    int i = 0;
    for (; i <= columns - COUNT; i += COUNT) {
      FloatVector v = FloatVector.fromArray(FLOATS, x, xo + i);
      s0 = v.fma(FloatVector.fromArray(FLOATS, w, wo + i), s0);
      s1 = v.fma(FloatVector.fromArray(FLOATS, w, w1 + i), s1);
      s2 = v.fma(FloatVector.fromArray(FLOATS, w, w2 + i), s2);
      s3 = v.fma(FloatVector.fromArray(FLOATS, w, w3 + i), s3);
    }
    put(s0, s1, s2, s3, y, yo);
    if (i < columns) {
      addRest(w, wo, columns, i, x, xo, y, yo);
    }
  }

  private static float single(float[] w, int wo, int columns, float[] x, int xo) {
    FloatVector sum = FloatVector.zero(FLOATS);
    int i = 0;
    for (; i <= columns - COUNT; i += COUNT) {
      sum =
          FloatVector.fromArray(FLOATS, w, wo + i)
              .fma(FloatVector.fromArray(FLOATS, x, xo + i), sum);
    }
    float whole = Lanes.sum(sum);
    return i == columns ? whole : whole + rest(w, wo, columns, i, x, xo);
  }

  private static void put(
      FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] y, int yo) {
    y[yo] = Lanes.sum(a);
    y[yo + 1] = Lanes.sum(b);
    y[yo + 2] = Lanes.sum(c);
    y[yo + 3] = Lanes.sum(d);
  }

  private static void addRest(
      float[] w, int wo, int columns, int from, float[] x, int xo, float[] y, int yo) {
    for (int r = 0; r < SIDE; r++) {
      y[yo + r] += rest(w, wo + r * columns, columns, from, x, xo);
    }
  }

  /// Of the columns that fill no vector.
  private static float rest(float[] w, int wo, int columns, int from, float[] x, int xo) {
    float sum = 0;
    for (int i = from; i < columns; i++) {
      sum += w[wo + i] * x[xo + i];
    }
    return sum;
  }
}
