package luotuo.memory;

import java.util.Optional;

/// A fact that came to mind.
///
/// @param score by which facts are put in order, in 0 … 1
/// @param relevance the probability that it is what answers, in 0 … 1
/// @param sure whether it may be said as the answer
/// @param why in the log's terms, what brought it up
/// @param earlier the latest fact in whose place it holds, if that came to mind too
public record Remembered(
    Fact fact, double score, double relevance, boolean sure, String why, Optional<Fact> earlier) {

  Remembered after(Fact before) {
    return new Remembered(
        fact, score, relevance, sure, why, earlier.isPresent() ? earlier : Optional.of(before));
  }
}
