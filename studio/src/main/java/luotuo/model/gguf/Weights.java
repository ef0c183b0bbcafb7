package luotuo.model.gguf;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import luotuo.job.Failure;
import luotuo.model.gguf.file.Entry;
import luotuo.model.gguf.file.GgufFile;
import luotuo.model.gguf.kernel.Kernels;
import luotuo.model.gguf.kernel.Matrix;
import org.jspecify.annotations.Nullable;

/// A file's weights by name, each with the shape that is asked for.
final class Weights {
  private static final String IGNORED = "attn_rot_embd.weight";

  private final GgufFile file;
  private final Kernels kernels;
  private final Set<String> used = new HashSet<>();

  Weights(GgufFile file, Kernels kernels) {
    this.file = file;
    this.kernels = kernels;
  }

  boolean has(String name) {
    return file.has(name);
  }

  /// @throws Failure `model.gguf.tensor` if it has another shape, and as [GgufFile#tensor]
  Matrix matrix(String name, int columns, int rows) {
    Entry entry = file.tensors().get(name);
    if (entry != null && !fits(entry, columns, rows)) {
      throw Failure.of(
          "model.gguf.tensor",
          file.metadata().file(),
          name,
          shape(entry.dimensions().stream().mapToLong(Long::longValue).toArray()),
          rows == 1 ? shape(columns) : shape(columns, rows));
    }
    used.add(name);
    return kernels.matrix(file.tensor(name));
  }

  float[] vector(String name, int size) {
    float[] vector = new float[size];
    matrix(name, size, 1).row(0, vector, 0);
    return vector;
  }

  Optional<float[]> vectorIfThere(String name, int size) {
    return has(name) ? Optional.of(vector(name, size)) : Optional.empty();
  }

  /// The matrix `name.weight`, with `name.bias` where the file has it.
  Linear linear(String name, int columns, int rows) {
    Matrix matrix = matrix(name + ".weight", columns, rows);
    return new Linear(matrix, vectorIfThere(name + ".bias", rows).orElse(null));
  }

  /// A tensor that nothing asked for would be left out of the arithmetic.
  ///
  /// @throws Failure `model.gguf.unsupported` naming it
  void refuseOthers() {
    for (String name : file.tensors().keySet()) {
      if (!used.contains(name) && !name.endsWith(IGNORED)) {
        throw Failure.of("model.gguf.unsupported", file.metadata().file(), name);
      }
    }
  }

  private static boolean fits(Entry entry, int columns, int rows) {
    var dimensions = entry.dimensions();
    long second = dimensions.size() > 1 ? dimensions.get(1) : 1;
    return dimensions.size() <= 2 && dimensions.getFirst() == columns && second == rows;
  }

  private static String shape(long... dimensions) {
    return java.util.Arrays.toString(dimensions);
  }

  /// A matrix, and what is added to the product.
  record Linear(Matrix matrix, float @Nullable [] bias) {
    /// @param x `[batch][columns]`
    /// @param y `[batch][rows]`, filled
    void apply(float[] x, int batch, float[] y) {
      matrix.multiply(x, batch, y);
      if (bias == null) {
        return;
      }
      for (int at = 0; at < batch * bias.length; at += bias.length) {
        for (int i = 0; i < bias.length; i++) {
          y[at + i] += bias[i];
        }
      }
    }
  }
}
