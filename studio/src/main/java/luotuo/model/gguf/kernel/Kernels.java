package luotuo.model.gguf.kernel;

import java.util.Objects;
import java.util.function.IntConsumer;
import luotuo.model.gguf.file.Tensor;

/// The arithmetic of a decoder, and the threads that it runs on.
///
/// Results do not depend on how many threads there are. Several threads may call; [Matrix#multiply]
/// and [#parallel] of one wait for those of another. Nothing is allocated by a call.
public final class Kernels implements AutoCloseable {
  private final Arithmetic arithmetic;
  private final Workers workers;

  private Kernels(Arithmetic arithmetic, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
    this.arithmetic = arithmetic;
    this.workers = new Workers(threads);
  }

  /// On the Vector API where it is to be had and the machine has wide vectors; in plain Java
  /// otherwise.
  ///
  /// @param threads that compute, the caller's among them
  public static Kernels start(int threads) {
    return new Kernels(hasVectors() ? new VectorArithmetic() : new ScalarArithmetic(), threads);
  }

  /// Whether [#start] gives them on the Vector API.
  public static boolean hasVectors() {
    return VectorModule.isThere() && VectorArithmetic.worthwhile();
  }

  /// In plain Java.
  public static Kernels scalar(int threads) {
    return new Kernels(new ScalarArithmetic(), threads);
  }

  /// Whether they run on the Vector API.
  public boolean vectors() {
    return !(arithmetic instanceof ScalarArithmetic);
  }

  public int threads() {
    return workers.threads();
  }

  public Matrix matrix(Tensor tensor) {
    return new StoredMatrix(tensor, arithmetic, workers);
  }

  /// Does tasks 0 to `tasks − 1`, each once, in any order, on all threads. What a task throws is
  /// thrown here, once no task runs any more; tasks not yet begun are then left out.
  public void parallel(int tasks, IntConsumer task) {
    if (workers.within()) {
      Workers.alone(tasks, task);
      return;
    }
    workers.enter();
    try {
      workers.round(tasks, task);
    } finally {
      workers.leave();
    }
  }

  /// Adds rows, each weighed by a number: `to[at + r·toStride + c] += Σ weights[from + r·stride +
  /// k] · rows[k·columns + c]` over `0 ≤ k < n`, for `r < outcomes` and `c < columns`.
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
    if (outcomes == 0 || n == 0) {
      return;
    }
    Objects.checkFromIndexSize(from, (outcomes - 1) * stride + n, weights.length);
    Objects.checkFromIndexSize(0, n * columns, rows.length);
    Objects.checkFromIndexSize(at, (outcomes - 1) * toStride + columns, to.length);
    arithmetic.mix(weights, from, stride, outcomes, rows, n, columns, to, at, toStride);
  }

  /// `Σ a[ao + i] · b[bo + i]` for `0 ≤ i < n`.
  public float dot(float[] a, int ao, float[] b, int bo, int n) {
    Objects.checkFromIndexSize(ao, n, a.length);
    Objects.checkFromIndexSize(bo, n, b.length);
    return arithmetic.dot(a, ao, b, bo, n);
  }

  /// `y[yo + i] += s · x[xo + i]`.
  public void addScaled(float s, float[] x, int xo, float[] y, int yo, int n) {
    Objects.checkFromIndexSize(xo, n, x.length);
    Objects.checkFromIndexSize(yo, n, y.length);
    arithmetic.addScaled(s, x, xo, y, yo, n);
  }

  /// Root mean square norm: `y[yo + i] = x[xo + i] / √(mean x² + epsilon) · weight[i]`; `x` may be
  /// `y`.
  public void rmsNorm(float[] x, int xo, float[] weight, float epsilon, float[] y, int yo, int n) {
    Objects.checkFromIndexSize(xo, n, x.length);
    Objects.checkFromIndexSize(yo, n, y.length);
    Objects.checkFromIndexSize(0, n, weight.length);
    float mean = arithmetic.dot(x, xo, x, xo, n) / n;
    arithmetic.multiply((float) (1 / Math.sqrt(mean + epsilon)), x, xo, weight, y, yo, n);
  }

  /// Replaces `x` by `e^x / Σ e^x`.
  public void softmax(float[] x, int xo, int n) {
    Objects.checkFromIndexSize(xo, n, x.length);
    float sum = arithmetic.exponentials(x, xo, n, arithmetic.greatest(x, xo, n));
    arithmetic.scale(1 / sum, x, xo, n);
  }

  /// `gate = gate / (1 + e^(−gate)) · up`.
  public void silu(float[] gate, int go, float[] up, int uo, int n) {
    Objects.checkFromIndexSize(go, n, gate.length);
    Objects.checkFromIndexSize(uo, n, up.length);
    arithmetic.silu(gate, go, up, uo, n);
  }

  /// `gate = GELU(gate) · up`, GELU in its form with tanh.
  public void gelu(float[] gate, int go, float[] up, int uo, int n) {
    Objects.checkFromIndexSize(go, n, gate.length);
    Objects.checkFromIndexSize(uo, n, up.length);
    arithmetic.gelu(gate, go, up, uo, n);
  }

  /// Puts numbers into half precision; those beyond ±65504 become ±65504.
  public void store(float[] x, int xo, short[] to, int at, int n) {
    Objects.checkFromIndexSize(xo, n, x.length);
    Objects.checkFromIndexSize(at, n, to.length);
    arithmetic.store(x, xo, to, at, n);
  }

  /// As [#dot(float[], int, float[], int, int)], with numbers that [#store] put there.
  public float dot(float[] a, int ao, short[] b, int bo, int n) {
    Objects.checkFromIndexSize(ao, n, a.length);
    Objects.checkFromIndexSize(bo, n, b.length);
    return arithmetic.dot(a, ao, b, bo, n);
  }

  /// As [#addScaled(float, float[], int, float[], int, int)], with numbers that [#store] put there.
  public void addScaled(float s, short[] x, int xo, float[] y, int yo, int n) {
    Objects.checkFromIndexSize(xo, n, x.length);
    Objects.checkFromIndexSize(yo, n, y.length);
    arithmetic.addScaled(s, x, xo, y, yo, n);
  }

  /// Ends the threads; work that is called for afterwards is done by the caller alone.
  @Override
  public void close() {
    workers.close();
  }
}
