package luotuo.model.gguf.kernel;

import static luotuo.model.gguf.kernel.Lanes.COUNT;
import static luotuo.model.gguf.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// Sums of rows, each weighed by a number: four outcomes and up to four vectors of columns at a
/// time, whose sums stay in registers.
final class VectorMix {
  private static final int SIDE = 4;

  private VectorMix() {}

  /// See [Arithmetic#mix].
  ///
  /// @return the columns that were done; the last of them fill no vector
  static int mix(
      float[] weights,
      int from,
      int stride,
      int outcomes,
      float[] rows,
      int n,
      int columns,
      float[] to,
      int at,
      int toStride) {
    int wide = columns / (SIDE * COUNT) * (SIDE * COUNT);
    int whole = columns / COUNT * COUNT;
    int four = outcomes / SIDE * SIDE;
    for (int r = 0; r < four; r += SIDE) {
      int weight = from + r * stride;
      int out = at + r * toStride;
      for (int c = 0; c < wide; c += SIDE * COUNT) {
        square(weights, weight, stride, rows, c, n, columns, to, out + c, toStride);
      }
      for (int c = wide; c < whole; c += COUNT) {
        column(weights, weight, stride, rows, c, n, columns, to, out + c, toStride);
      }
    }
    for (int r = four; r < outcomes; r++) {
      for (int c = 0; c < wide; c += SIDE * COUNT) {
        row(weights, from + r * stride, rows, c, n, columns, to, at + r * toStride + c);
      }
      for (int c = wide; c < whole; c += COUNT) {
        single(weights, from + r * stride, rows, c, n, columns, to, at + r * toStride + c);
      }
    }
    return whole;
  }

  /// Four outcomes, four vectors of columns.
  private static void square(
      float[] w,
      int wo,
      int ws,
      float[] rows,
      int c,
      int n,
      int columns,
      float[] to,
      int o,
      int os) {
    FloatVector s00 = FloatVector.fromArray(FLOATS, to, o);
    FloatVector s01 = FloatVector.fromArray(FLOATS, to, o + COUNT);
    FloatVector s02 = FloatVector.fromArray(FLOATS, to, o + 2 * COUNT);
    FloatVector s03 = FloatVector.fromArray(FLOATS, to, o + 3 * COUNT);
    int o1 = o + os;
    FloatVector s10 = FloatVector.fromArray(FLOATS, to, o1);
    FloatVector s11 = FloatVector.fromArray(FLOATS, to, o1 + COUNT);
    FloatVector s12 = FloatVector.fromArray(FLOATS, to, o1 + 2 * COUNT);
    FloatVector s13 = FloatVector.fromArray(FLOATS, to, o1 + 3 * COUNT);
    int o2 = o1 + os;
    FloatVector s20 = FloatVector.fromArray(FLOATS, to, o2);
    FloatVector s21 = FloatVector.fromArray(FLOATS, to, o2 + COUNT);
    FloatVector s22 = FloatVector.fromArray(FLOATS, to, o2 + 2 * COUNT);
    FloatVector s23 = FloatVector.fromArray(FLOATS, to, o2 + 3 * COUNT);
    int o3 = o2 + os;
    FloatVector s30 = FloatVector.fromArray(FLOATS, to, o3);
    FloatVector s31 = FloatVector.fromArray(FLOATS, to, o3 + COUNT);
    FloatVector s32 = FloatVector.fromArray(FLOATS, to, o3 + 2 * COUNT);
    FloatVector s33 = FloatVector.fromArray(FLOATS, to, o3 + 3 * COUNT);
    int at = c;
    for (int k = 0; k < n; k++, at += columns) {
      FloatVector a = FloatVector.fromArray(FLOATS, rows, at);
      FloatVector b = FloatVector.fromArray(FLOATS, rows, at + COUNT);
      FloatVector d = FloatVector.fromArray(FLOATS, rows, at + 2 * COUNT);
      FloatVector e = FloatVector.fromArray(FLOATS, rows, at + 3 * COUNT);
      FloatVector p = FloatVector.broadcast(FLOATS, w[wo + k]);
      s00 = a.fma(p, s00);
      s01 = b.fma(p, s01);
      s02 = d.fma(p, s02);
      s03 = e.fma(p, s03);
      p = FloatVector.broadcast(FLOATS, w[wo + ws + k]);
      s10 = a.fma(p, s10);
      s11 = b.fma(p, s11);
      s12 = d.fma(p, s12);
      s13 = e.fma(p, s13);
      p = FloatVector.broadcast(FLOATS, w[wo + 2 * ws + k]);
      s20 = a.fma(p, s20);
      s21 = b.fma(p, s21);
      s22 = d.fma(p, s22);
      s23 = e.fma(p, s23);
      p = FloatVector.broadcast(FLOATS, w[wo + 3 * ws + k]);
      s30 = a.fma(p, s30);
      s31 = b.fma(p, s31);
      s32 = d.fma(p, s32);
      s33 = e.fma(p, s33);
    }
    put(s00, s01, s02, s03, to, o);
    put(s10, s11, s12, s13, to, o1);
    put(s20, s21, s22, s23, to, o2);
    put(s30, s31, s32, s33, to, o3);
  }

  private static void put(
      FloatVector a, FloatVector b, FloatVector c, FloatVector d, float[] to, int o) {
    a.intoArray(to, o);
    b.intoArray(to, o + COUNT);
    c.intoArray(to, o + 2 * COUNT);
    d.intoArray(to, o + 3 * COUNT);
  }

  /// Four outcomes, one vector of columns.
  private static void column(
      float[] w,
      int wo,
      int ws,
      float[] rows,
      int c,
      int n,
      int columns,
      float[] to,
      int o,
      int os) {
    FloatVector s0 = FloatVector.fromArray(FLOATS, to, o);
    FloatVector s1 = FloatVector.fromArray(FLOATS, to, o + os);
    FloatVector s2 = FloatVector.fromArray(FLOATS, to, o + 2 * os);
    FloatVector s3 = FloatVector.fromArray(FLOATS, to, o + 3 * os);
    int at = c;
    for (int k = 0; k < n; k++, at += columns) {
      FloatVector a = FloatVector.fromArray(FLOATS, rows, at);
      s0 = a.fma(FloatVector.broadcast(FLOATS, w[wo + k]), s0);
      s1 = a.fma(FloatVector.broadcast(FLOATS, w[wo + ws + k]), s1);
      s2 = a.fma(FloatVector.broadcast(FLOATS, w[wo + 2 * ws + k]), s2);
      s3 = a.fma(FloatVector.broadcast(FLOATS, w[wo + 3 * ws + k]), s3);
    }
    s0.intoArray(to, o);
    s1.intoArray(to, o + os);
    s2.intoArray(to, o + 2 * os);
    s3.intoArray(to, o + 3 * os);
  }

  /// One outcome, four vectors of columns.
  private static void row(
      float[] w, int wo, float[] rows, int c, int n, int columns, float[] to, int o) {
    FloatVector s0 = FloatVector.fromArray(FLOATS, to, o);
    FloatVector s1 = FloatVector.fromArray(FLOATS, to, o + COUNT);
    FloatVector s2 = FloatVector.fromArray(FLOATS, to, o + 2 * COUNT);
    FloatVector s3 = FloatVector.fromArray(FLOATS, to, o + 3 * COUNT);
    int at = c;
    for (int k = 0; k < n; k++, at += columns) {
      FloatVector p = FloatVector.broadcast(FLOATS, w[wo + k]);
      s0 = FloatVector.fromArray(FLOATS, rows, at).fma(p, s0);
      s1 = FloatVector.fromArray(FLOATS, rows, at + COUNT).fma(p, s1);
      s2 = FloatVector.fromArray(FLOATS, rows, at + 2 * COUNT).fma(p, s2);
      s3 = FloatVector.fromArray(FLOATS, rows, at + 3 * COUNT).fma(p, s3);
    }
    put(s0, s1, s2, s3, to, o);
  }

  private static void single(
      float[] w, int wo, float[] rows, int c, int n, int columns, float[] to, int o) {
    FloatVector sum = FloatVector.fromArray(FLOATS, to, o);
    int at = c;
    for (int k = 0; k < n; k++, at += columns) {
      sum =
          FloatVector.fromArray(FLOATS, rows, at)
              .fma(FloatVector.broadcast(FLOATS, w[wo + k]), sum);
    }
    sum.intoArray(to, o);
  }
}
