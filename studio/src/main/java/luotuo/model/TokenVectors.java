package luotuo.model;

import java.util.List;

/// Texts to one vector for each of their tokens, for comparing texts term by term.
@FunctionalInterface
public interface TokenVectors {
  /// @param texts any texts; blank ones have no tokens, long ones are cut to what fits
  /// @return for each text, in the same order, its tokens
  List<Tokens> tokens(List<String> texts);

  /// The tokens of one text, without the marks that a model puts round it.
  ///
  /// @param tokens `n` tokens in the order of the text
  /// @param vectors `[n][dimensions]`, each of norm 1
  record Tokens(List<Token> tokens, float[][] vectors) {
    public Tokens {
      tokens = List.copyOf(tokens);
      if (tokens.size() != vectors.length) {
        throw new IllegalArgumentException(tokens.size() + " tokens, " + vectors.length + " rows");
      }
    }
  }

  /// @param text the token as the vocabulary has it: folded, `##` before what continues a word
  /// @param start first char of the original text that it stands for
  /// @param end one past the last, `start < end`
  record Token(String text, int start, int end) {}
}
