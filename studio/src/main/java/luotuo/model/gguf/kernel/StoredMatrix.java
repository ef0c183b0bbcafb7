package luotuo.model.gguf.kernel;

import java.util.Objects;
import luotuo.model.gguf.file.Tensor;

/// A matrix in the form in which its file stores it.
final class StoredMatrix implements Matrix {
  /// Products of fewer numbers are done before a helper is awake.
  private static final long LEAST_SHARED = 200_000;

  private final Tensor tensor;
  private final Form form;
  private final Arithmetic arithmetic;
  private final Workers workers;
  private final Multiplication multiplication;

  StoredMatrix(Tensor tensor, Arithmetic arithmetic, Workers workers) {
    this.tensor = tensor;
    this.form = arithmetic.form(tensor.type());
    this.arithmetic = arithmetic;
    this.workers = workers;
    this.multiplication = new Multiplication(tensor, form, arithmetic, workers);
  }

  @Override
  public int rows() {
    return tensor.rows();
  }

  @Override
  public int columns() {
    return tensor.columns();
  }

  @Override
  public void multiply(float[] x, int batch, float[] y) {
    Objects.checkFromIndexSize(0, Math.multiplyExact(batch, columns()), x.length);
    Objects.checkFromIndexSize(0, Math.multiplyExact(batch, rows()), y.length);
    if (batch == 0) {
      return;
    }
    if (workers.within()) {
      var own = new Multiplication(tensor, form, arithmetic, workers);
      Workers.alone(own.begin(x, batch, y), own);
      return;
    }
    workers.enter();
    try {
      product(x, batch, y);
    } finally {
      workers.leave();
    }
  }

  private void product(float[] x, int batch, float[] y) {
    int tasks = multiplication.begin(x, batch, y);
    try {
      if ((long) rows() * columns() * batch < LEAST_SHARED) {
        Workers.alone(tasks, multiplication);
      } else {
        workers.round(tasks, multiplication);
      }
    } finally {
      multiplication.end();
    }
  }

  @Override
  public void row(int row, float[] to, int offset) {
    Objects.checkIndex(row, rows());
    Objects.checkFromIndexSize(offset, columns(), to.length);
    long rowBytes = tensor.data().byteSize() / rows();
    form.unpack(tensor.data(), row * rowBytes, columns(), to, offset);
  }
}
