package luotuo.memory;

import java.time.Instant;
import java.util.List;

/// What a statement adds to what is known already.
sealed interface Lesson {

  /// Nothing but that it was told again.
  ///
  /// @param fact the one that is known
  record Again(Fact fact, String text, Instant at) implements Lesson {}

  /// Something that was not known.
  ///
  /// @param replaced the facts in whose place it holds
  record New(Vectored vectored, List<Fact> replaced) implements Lesson {}
}
