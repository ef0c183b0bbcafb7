package luotuo.model.gguf.kernel;

import java.lang.foreign.MemorySegment;

/// What the weights of a row are: the definition of a stored form.
@FunctionalInterface
interface Unpack {
  void row(MemorySegment data, long at, int columns, float[] to, int offset);
}
