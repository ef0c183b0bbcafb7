package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// The product of a stored row with a vector.
@FunctionalInterface
interface RowProduct {
  /// @param at where the row begins, in bytes
  float dot(MemorySegment data, long at, int columns, float[] x);
}
