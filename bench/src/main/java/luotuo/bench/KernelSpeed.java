package luotuo.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import luotuo.model.gguf.file.Tensor;
import luotuo.model.gguf.file.TensorType;
import luotuo.model.gguf.kernel.Kernels;
import luotuo.model.gguf.kernel.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Products of one matrix of a small model, for one vector (decode) and for 64 (prompt), on one
/// thread. The weights are random bytes with sane scales.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class KernelSpeed {
  private static final short ONE_PERCENT = Float.floatToFloat16(0.01f);

  @Param({"Q8_0", "Q4_K", "F16"})
  TensorType form = TensorType.Q8_0;

  @Param({"1536x576", "1024x3072"})
  String size = "1536x576";

  @Param({"1", "64"})
  int batch = 1;

  private final Arena arena = Arena.ofShared();
  private final Kernels kernels = Kernels.start(1);
  private Matrix matrix = matrix(256, 256);
  private float[] x = {};
  private float[] y = {};

  @Setup(Level.Trial)
  public void prepare() {
    int rows = Integer.parseInt(size.substring(0, size.indexOf('x')));
    int columns = Integer.parseInt(size.substring(size.indexOf('x') + 1));
    int whole = Math.ceilDiv(columns, form.block()) * form.block();
    matrix = matrix(rows, whole);
    SplittableRandom random = new SplittableRandom(1);
    x = new float[batch * whole];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextDouble(-1, 1);
    }
    y = new float[batch * rows];
  }

  private Matrix matrix(int rows, int columns) {
    long blocks = (long) rows * columns / form.block();
    MemorySegment data = arena.allocate(blocks * form.bytes(), 64);
    SplittableRandom random = new SplittableRandom(2);
    for (long at = 0; at < data.byteSize(); at++) {
      data.set(ValueLayout.JAVA_BYTE, at, (byte) random.nextInt(60));
    }
    for (long block = 0; form.block() > 1 && block < blocks; block++) {
      data.set(ValueLayout.JAVA_SHORT_UNALIGNED, block * form.bytes(), ONE_PERCENT);
    }
    return kernels.matrix(new Tensor("w", form, columns, rows, data));
  }

  @Benchmark
  public float[] multiply() {
    matrix.multiply(x, batch, y);
    return y;
  }

  @TearDown(Level.Trial)
  public void close() {
    kernels.close();
    arena.close();
  }
}
