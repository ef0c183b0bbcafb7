package luotuo.model.gguf.kernel;

import luotuo.model.gguf.file.TensorType;

/// Plain Java, for machines and starts without the Vector API, and to hold its twin against.
final class ScalarArithmetic implements Arithmetic {
  @Override
  public Form form(TensorType type) {
    return new UnpackedForm(unpack(type), this);
  }

  static Unpack unpack(TensorType type) {
    return switch (type) {
      case F32 -> PlainUnpack::f32;
      case F16 -> PlainUnpack::f16;
      case BF16 -> PlainUnpack::bf16;
      case Q8_0 -> BlockUnpack::q8d0;
      case Q4_0 -> BlockUnpack::q4d0;
      case Q4_1 -> BlockUnpack::q4d1;
      case Q5_0 -> BlockUnpack::q5d0;
      case Q5_1 -> BlockUnpack::q5d1;
      case Q4_K -> SuperUnpack::q4k;
      case Q5_K -> SuperUnpack::q5k;
      case Q6_K -> SuperUnpack::q6k;
    };
  }

  @Override
  public int tileRows() {
    return 16;
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
    for (int b = 0; b < batch; b++) {
      for (int r = 0; r < rows; r++) {
        y[b * stride + first + r] = dot(tile, r * columns, x, b * columns, columns);
      }
    }
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
    mix(weights, from, stride, outcomes, rows, n, 0, columns, to, at, toStride);
  }

  /// From a column on.
  static void mix(
      float[] weights,
      int from,
      int stride,
      int outcomes,
      float[] rows,
      int n,
      int first,
      int columns,
      float[] to,
      int at,
      int toStride) {
    for (int r = 0; r < outcomes; r++) {
      for (int k = 0; k < n; k++) {
        float weight = weights[from + r * stride + k];
        for (int c = first; c < columns; c++) {
          to[at + r * toStride + c] += weight * rows[k * columns + c];
        }
      }
    }
  }

  /// In eight sums, which a processor can add to at the same time.
  @Override
  public float dot(float[] a, int ao, float[] b, int bo, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = 0;
    for (; i <= n - 8; i += 8) {
      s0 += a[ao + i] * b[bo + i];
      s1 += a[ao + i + 1] * b[bo + i + 1];
      s2 += a[ao + i + 2] * b[bo + i + 2];
      s3 += a[ao + i + 3] * b[bo + i + 3];
      s4 += a[ao + i + 4] * b[bo + i + 4];
      s5 += a[ao + i + 5] * b[bo + i + 5];
      s6 += a[ao + i + 6] * b[bo + i + 6];
      s7 += a[ao + i + 7] * b[bo + i + 7];
    }
    for (; i < n; i++) {
      s0 += a[ao + i] * b[bo + i];
    }
    return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
  }

  @Override
  public void addScaled(float s, float[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] += s * x[xo + i];
    }
  }

  @Override
  public void scale(float s, float[] x, int xo, int n) {
    for (int i = 0; i < n; i++) {
      x[xo + i] *= s;
    }
  }

  @Override
  public void silu(float[] gate, int go, float[] up, int uo, int n) {
    for (int i = 0; i < n; i++) {
      float g = gate[go + i];
      gate[go + i] = g / (1 + (float) Math.exp(-g)) * up[uo + i];
    }
  }

  /// By `½(1 + tanh u) = 1 / (1 + e^(−2u))`.
  @Override
  public void gelu(float[] gate, int go, float[] up, int uo, int n) {
    for (int i = 0; i < n; i++) {
      float g = gate[go + i];
      float twice = 2 * Gelu.SLOPE * (g + Gelu.CUBE * g * g * g);
      gate[go + i] = g / (1 + (float) Math.exp(-twice)) * up[uo + i];
    }
  }

  @Override
  public float exponentials(float[] x, int xo, int n, float shift) {
    float sum = 0;
    for (int i = xo; i < xo + n; i++) {
      x[i] = (float) Math.exp(x[i] - shift);
      sum += x[i];
    }
    return sum;
  }

  @Override
  public float greatest(float[] x, int xo, int n) {
    float most = Float.NEGATIVE_INFINITY;
    for (int i = xo; i < xo + n; i++) {
      most = Math.max(most, x[i]);
    }
    return most;
  }

  @Override
  public void multiply(float s, float[] x, int xo, float[] weight, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] = s * x[xo + i] * weight[i];
    }
  }

  @Override
  public void store(float[] x, int xo, short[] to, int at, int n) {
    for (int i = 0; i < n; i++) {
      to[at + i] = Half.of(x[xo + i]);
    }
  }

  @Override
  public float dot(float[] a, int ao, short[] b, int bo, int n) {
    float s0 = 0;
    float s1 = 0;
    int i = 0;
    for (; i <= n - 2; i += 2) {
      s0 += a[ao + i] * Float.float16ToFloat(b[bo + i]);
      s1 += a[ao + i + 1] * Float.float16ToFloat(b[bo + i + 1]);
    }
    return i < n ? s0 + s1 + a[ao + i] * Float.float16ToFloat(b[bo + i]) : s0 + s1;
  }

  @Override
  public void addScaled(float s, short[] x, int xo, float[] y, int yo, int n) {
    for (int i = 0; i < n; i++) {
      y[yo + i] += s * Float.float16ToFloat(x[xo + i]);
    }
  }
}
