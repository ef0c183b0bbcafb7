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

  /// How many tokens of a text go into its vector, or an estimate where that cannot be known.
  default int tokens(String text) {
    return new ScriptEstimate().count(text);
  }

  /// The vector of a question, to be compared with those of texts that may answer it. Models that
  /// were taught with an instruction before questions put it there.
  default float[] question(String text) {
    return embed(List.of(text)).getFirst();
  }

  @Override
  void close();
}
