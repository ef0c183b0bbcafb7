package luotuo.memory;

import java.time.Instant;

/// One step in the history of a fact.
///
/// @param text the fact's words after the step
/// @param other the fact that the step has to do with, such as the later one; 0 for none
public record FactChange(Instant at, What what, String text, long other) {

  /// What happened to it.
  public enum What {
    WRITTEN,
    TOLD_AGAIN,
    REPLACED,
    EDITED,
    FORGOTTEN
  }
}
