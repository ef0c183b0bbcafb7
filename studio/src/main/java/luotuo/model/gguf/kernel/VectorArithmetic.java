package luotuo.model.gguf.kernel;

import static luotuo.model.gguf.kernel.Lanes.COUNT;
import static luotuo.model.gguf.kernel.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import luotuo.model.gguf.file.TensorType;

/// The Vector API's twin of [ScalarArithmetic], which does what is left over of the last vector.
final class VectorArithmetic implements Arithmetic {
  private final ScalarArithmetic rest = new ScalarArithmetic();

  /// Whether this machine's vectors are wide enough to be worth it.
  static boolean worthwhile() {
    return COUNT >= 8;
  }

  @Override
  public Form form(TensorType type) {
    return switch (type) {
      case F32 -> new DirectForm(VectorUnpack::f32, VectorProduct::f32);
      case F16 -> new DirectForm(VectorUnpack::f16, VectorProduct::f16);
      case BF16 -> new DirectForm(VectorUnpack::bf16, VectorProduct::bf16);
      case Q8_0 -> new DirectForm(VectorUnpack::q8d0, VectorProduct::q8d0);
      case Q4_0 -> new DirectForm(VectorUnpack::q4d0, VectorProduct::q4d0);
      case Q4_1 -> new DirectForm(VectorUnpack::q4d1, VectorProduct::q4d1);
      case Q5_0 -> new UnpackedForm(VectorUnpack::q5d0, this);
      case Q5_1 -> new UnpackedForm(VectorUnpack::q5d1, this);
      case Q4_K -> new DirectForm(VectorSuperUnpack::q4k, VectorSuperProduct::q4k);
      case Q5_K -> new UnpackedForm(VectorSuperUnpack::q5k, this);
      case Q6_K -> new DirectForm(VectorSuperUnpack::q6k, VectorSuperProduct::q6k);
    };
  }

  @Override
  public int tileRows() {
    return VectorTile.STRIP;
  }

  @Override
  public void tile(
      float[] tile,
      int rows,
      int columns,
      float[] x,
      int batch,
      float[] y,
      int stride,
      int first,
      Scratch scratch) {
    float[] strip = scratch.strip(VectorTile.room(columns));
    VectorTile.multiply(tile, rows, columns, x, batch, y, stride, first, strip);
  }

  @Override
  public void mix(
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
    int done = VectorMix.mix(weights, from, stride, outcomes, rows, n, columns, to, at, toStride);
    if (done < columns) {
      ScalarArithmetic.mix(
          weights, from, stride, outcomes, rows, n, done, columns, to, at, toStride);
    }
  }

  @Override
  public float dot(float[] a, int ao, float[] b, int bo, int n) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int i = 0;
    for (; i <= n - 4 * COUNT; i += 4 * COUNT) {
      s0 = at(a, ao + i).fma(at(b, bo + i), s0);
      s1 = at(a, ao + i + COUNT).fma(at(b, bo + i + COUNT), s1);
      s2 = at(a, ao + i + 2 * COUNT).fma(at(b, bo + i + 2 * COUNT), s2);
      s3 = at(a, ao + i + 3 * COUNT).fma(at(b, bo + i + 3 * COUNT), s3);
    }
    for (; i <= n - COUNT; i += COUNT) {
      s0 = at(a, ao + i).fma(at(b, bo + i), s0);
    }
    float sum = Lanes.sum(s0.add(s1).add(s2.add(s3)));
    return i == n ? sum : sum + rest.dot(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public void addScaled(float s, float[] x, int xo, float[] y, int yo, int n) {
    FloatVector scale = FloatVector.broadcast(FLOATS, s);
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      at(x, xo + i).fma(scale, at(y, yo + i)).intoArray(y, yo + i);
    }
    rest.addScaled(s, x, xo + i, y, yo + i, n - i);
  }

  @Override
  public void scale(float s, float[] x, int xo, int n) {
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      at(x, xo + i).mul(s).intoArray(x, xo + i);
    }
    rest.scale(s, x, xo + i, n - i);
  }

  @Override
  public void silu(float[] gate, int go, float[] up, int uo, int n) {
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      FloatVector g = at(gate, go + i);
      g.div(VectorExp.of(g.neg()).add(1)).mul(at(up, uo + i)).intoArray(gate, go + i);
    }
    rest.silu(gate, go + i, up, uo + i, n - i);
  }

  @Override
  public void gelu(float[] gate, int go, float[] up, int uo, int n) {
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      FloatVector g = at(gate, go + i);
      FloatVector twice = g.mul(g).mul(g).mul(Gelu.CUBE).add(g).mul(-2 * Gelu.SLOPE);
      g.div(VectorExp.of(twice).add(1)).mul(at(up, uo + i)).intoArray(gate, go + i);
    }
    rest.gelu(gate, go + i, up, uo + i, n - i);
  }

  @Override
  public float exponentials(float[] x, int xo, int n, float shift) {
    FloatVector sum = FloatVector.zero(FLOATS);
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      FloatVector e = VectorExp.of(at(x, xo + i).sub(shift));
      e.intoArray(x, xo + i);
      sum = sum.add(e);
    }
    return Lanes.sum(sum) + rest.exponentials(x, xo + i, n - i, shift);
  }

  @Override
  public float greatest(float[] x, int xo, int n) {
    FloatVector most = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      most = most.max(at(x, xo + i));
    }
    return Math.max(most.reduceLanes(VectorOperators.MAX), rest.greatest(x, xo + i, n - i));
  }

  @Override
  public void multiply(float s, float[] x, int xo, float[] weight, float[] y, int yo, int n) {
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      at(x, xo + i).mul(s).mul(at(weight, i)).intoArray(y, yo + i);
    }
    for (; i < n; i++) {
      y[yo + i] = s * x[xo + i] * weight[i];
    }
  }

  /// The compiler makes vectors of this loop by itself, and of the Vector API's it cannot.
  @Override
  public void store(float[] x, int xo, short[] to, int at, int n) {
    rest.store(x, xo, to, at, n);
  }

  @Override
  public float dot(float[] a, int ao, short[] b, int bo, int n) {
    FloatVector s0 = FloatVector.zero(FLOATS);
    FloatVector s1 = s0;
    int i = 0;
    for (; i <= n - 2 * COUNT; i += 2 * COUNT) {
      s0 = at(a, ao + i).fma(Lanes.halves(b, bo + i), s0);
      s1 = at(a, ao + i + COUNT).fma(Lanes.halves(b, bo + i + COUNT), s1);
    }
    for (; i <= n - COUNT; i += COUNT) {
      s0 = at(a, ao + i).fma(Lanes.halves(b, bo + i), s0);
    }
    float sum = Lanes.sum(s0.add(s1));
    return i == n ? sum : sum + rest.dot(a, ao + i, b, bo + i, n - i);
  }

  @Override
  public void addScaled(float s, short[] x, int xo, float[] y, int yo, int n) {
    FloatVector scale = FloatVector.broadcast(FLOATS, s);
    int i = 0;
    for (; i <= n - COUNT; i += COUNT) {
      Lanes.halves(x, xo + i).fma(scale, at(y, yo + i)).intoArray(y, yo + i);
    }
    rest.addScaled(s, x, xo + i, y, yo + i, n - i);
  }

  private static FloatVector at(float[] array, int offset) {
    return FloatVector.fromArray(FLOATS, array, offset);
  }
}
