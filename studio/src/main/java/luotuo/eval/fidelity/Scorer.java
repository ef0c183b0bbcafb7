package luotuo.eval.fidelity;

import java.util.List;

/// Scores what was had of a sample.
@FunctionalInterface
interface Scorer {
  /// @return empty where it has nothing to say of this one
  List<Score> score(Trial trial);
}
