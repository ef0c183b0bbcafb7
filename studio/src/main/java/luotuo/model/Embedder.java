package luotuo.model;

import java.util.List;

/// Texts to vectors whose dot product says how near their meanings are.
public interface Embedder extends AutoCloseable {
  /// Names weights and arithmetic; vectors of two embedders with different names do not compare.
  String name();

  int dimensions();

  /// @param texts any texts; blank ones get the zero vector, long ones are cut to what fits
  /// @return for each text, in the same order, a vector of length [#dimensions()] and norm 1
  List<float[]> embed(List<String> texts);

  /// The vector of a question, to be compared with those of texts that may answer it. Models that
  /// were taught with an instruction before questions put it there.
  default float[] question(String text) {
    return embed(List.of(text)).getFirst();
  }

  @Override
  void close();
}
