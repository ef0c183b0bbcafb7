package luotuo.model;

import java.util.List;

/// A finished reply.
///
/// @param text all that was said, without the stop text
/// @param thoughts what the model thought before; empty where it does not, or does not tell
/// @param tokens the reply's tokens with their log-probabilities, where the model tells them;
///   otherwise empty
public record Completion(
    String text, String thoughts, Finish finish, Usage usage, List<ScoredToken> tokens) {
  public Completion {
    tokens = List.copyOf(tokens);
  }

  /// Why a reply ended.
  public enum Finish {
    /// The model was done, or a stop text came.
    STOP,
    /// The maximum of tokens was reached, or the context was full.
    LENGTH,
    /// The provider held the rest back.
    FILTERED
  }
}
