package luotuo.model.gguf.file;

/// Where the weights of a tensor come from, a row at a time, so that none of them has to be kept.
@FunctionalInterface
public interface Rows {
  /// @param to filled with one row
  void row(int row, float[] to);
}
