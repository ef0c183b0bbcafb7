package luotuo.memory;

/// A fact with its vector.
///
/// @param embedder the name of what made the vector
record Vectored(Fact fact, String embedder, float[] vector) {}
