package luotuo.memory;

import java.util.Optional;

/// A fact that came to mind.
///
/// @param score by which facts are put in order, in 0 … 1
/// @param relevance the probability that it is what answers, in 0 … 1
/// @param why in the log's terms, what brought it up
/// @param earlier the latest fact in whose place it holds, if that came to mind too
public record Remembered(
    Fact fact, double score, double relevance, String why, Optional<Fact> earlier) {

  /// From this relevance on a fact is said in answer to a question; chosen on the dialogues 01 to
  /// 30 (docs/log.md).
  private static final double SURE = 0.7;

  /// Whether it may be said as the answer.
  public boolean sure() {
    return relevance >= SURE;
  }

  Remembered after(Fact before) {
    return new Remembered(
        fact, score, relevance, why, earlier.isPresent() ? earlier : Optional.of(before));
  }
}
