package luotuo.model.gguf.file;

import java.lang.foreign.MemorySegment;

/// Weights of a file.
///
/// @param columns weights in a row; the file's first dimension
/// @param rows of the tensor; 1 for a vector
/// @param data mapped, little endian, exactly `rows × columns` weights
public record Tensor(String name, TensorType type, int columns, int rows, MemorySegment data) {}
