package luotuo.memory;

import java.util.Optional;

/// A fact that came to mind.
///
/// @param score in 0 … 1, higher is nearer to what was asked
/// @param why in the log's terms, what brought it up
/// @param earlier the latest fact in whose place it holds, if there is one
public record Remembered(Fact fact, double score, String why, Optional<Fact> earlier) {}
