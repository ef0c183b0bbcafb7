package luotuo.model.gguf.file;

import java.util.List;
import java.util.Optional;

/// What a file says of one of its tensors.
///
/// @param type the number of its form, which need not be one of [TensorType]
/// @param dimensions one to four, all positive; the first is that of a row
/// @param offset from the start of the file's weights
public record Entry(String name, int type, List<Long> dimensions, long offset) {
  public Entry {
    dimensions = List.copyOf(dimensions);
  }

  /// Its form, where the program can compute with it.
  public Optional<TensorType> form() {
    return TensorType.of(type);
  }

  /// The length of a row.
  long columns() {
    return dimensions.getFirst();
  }

  /// Rows in all; a sound header's product does not overflow.
  long rows() {
    return dimensions.stream().skip(1).reduce(1L, (a, b) -> a * b);
  }

  long rowBytes(TensorType form) {
    return columns() / form.block() * form.bytes();
  }
}
