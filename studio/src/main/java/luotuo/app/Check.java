package luotuo.app;

import java.util.Optional;
import luotuo.job.Problem;

/// One thing that the doctor looked at.
///
/// @param name such as `jdk`
/// @param found what was found, in words of the key's message
/// @param problem what is wrong and what to do; empty where all is well
public record Check(String name, Problem found, Optional<Problem> problem) {
  static Check fine(String name, Problem found) {
    return new Check(name, found, Optional.empty());
  }

  static Check wrong(String name, Problem found, Problem problem) {
    return new Check(name, found, Optional.of(problem));
  }

  public boolean isFine() {
    return problem.isEmpty();
  }
}
