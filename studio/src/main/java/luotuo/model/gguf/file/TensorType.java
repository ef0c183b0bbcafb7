package luotuo.model.gguf.file;

import java.util.Optional;

/// The form in which a tensor's weights are stored.
///
/// @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
public enum TensorType {
  F32(0, 1, 4),
  F16(1, 1, 2),
  Q4_0(2, 32, 18),
  Q4_1(3, 32, 20),
  Q5_0(6, 32, 22),
  Q5_1(7, 32, 24),
  Q8_0(8, 32, 34),
  Q4_K(12, 256, 144),
  Q5_K(13, 256, 176),
  Q6_K(14, 256, 210),
  BF16(30, 1, 2);

  private static final TensorType[] ALL = values();

  private final int id;
  private final int block;
  private final int bytes;

  TensorType(int id, int block, int bytes) {
    this.id = id;
    this.block = block;
    this.bytes = bytes;
  }

  /// The number that stands for it in a file.
  public int id() {
    return id;
  }

  /// Weights in a block.
  public int block() {
    return block;
  }

  /// Bytes of a block.
  public int bytes() {
    return bytes;
  }

  /// The form that a number in a file stands for, if it is one of these.
  static Optional<TensorType> of(int id) {
    for (TensorType type : ALL) {
      if (type.id == id) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
