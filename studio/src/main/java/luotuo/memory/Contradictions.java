package luotuo.memory;

import java.util.List;
import java.util.Set;

/// Finds the earlier facts in whose place a later one holds.
@FunctionalInterface
public interface Contradictions {
  /// @param near earlier facts of the same person that still hold, nearest first
  /// @return those of them that do not hold any more
  List<Fact> replaced(Fact later, List<Near> near);

  /// An earlier fact.
  ///
  /// @param meaning cosine of the two statements
  /// @param shared concepts that both are about
  record Near(Fact fact, double meaning, Set<String> shared) {
    public Near {
      shared = Set.copyOf(shared);
    }
  }
}
