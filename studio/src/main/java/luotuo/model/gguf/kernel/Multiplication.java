package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;
import java.util.function.IntConsumer;
import luotuo.model.gguf.file.Tensor;

/// One product of a matrix with vectors, in tasks of several rows each. Used again for the next.
final class Multiplication implements IntConsumer {
  /// About as many bytes of weights as a task takes when there is one vector.
  private static final int TASK_BYTES = 32 << 10;

  private static final float[] NONE = {};

  private final Form form;
  private final Arithmetic arithmetic;
  private final Workers workers;
  private final MemorySegment data;
  private final int columns;
  private final int rows;
  private final long rowBytes;
  private float[] x = NONE;
  private float[] y = NONE;
  private int batch;
  private int step;

  Multiplication(Tensor tensor, Form form, Arithmetic arithmetic, Workers workers) {
    this.form = form;
    this.arithmetic = arithmetic;
    this.workers = workers;
    this.data = tensor.data();
    this.columns = tensor.columns();
    this.rows = tensor.rows();
    this.rowBytes = data.byteSize() / rows;
  }

  /// @return how many tasks there are
  int begin(float[] from, int vectors, float[] to) {
    x = from;
    y = to;
    batch = vectors;
    step = vectors == 1 ? (int) Math.max(8, TASK_BYTES / rowBytes / 8 * 8) : arithmetic.tileRows();
    return Math.ceilDiv(rows, step);
  }

  void end() {
    x = NONE;
    y = NONE;
  }

  @Override
  public void accept(int task) {
    int from = task * step;
    int to = Math.min(rows, from + step);
    if (batch == 1) {
      form.multiply(data, rowBytes, from, to, columns, x, y, workers.scratch());
    } else {
      tile(from, to, workers.scratch());
    }
  }

  private void tile(int from, int to, Scratch scratch) {
    float[] tile = scratch.tile(arithmetic.tileRows() * columns);
    for (int r = from; r < to; r++) {
      form.unpack(data, r * rowBytes, columns, tile, (r - from) * columns);
    }
    arithmetic.tile(tile, to - from, columns, x, batch, y, rows, from, scratch);
  }
}
