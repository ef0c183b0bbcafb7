package luotuo.model.hub;

import java.time.Duration;
import luotuo.job.Problem;

/// Why a source did not give a file this time.
final class Hitch extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final boolean passing;
  private final transient Duration pause;

  private Hitch(Problem problem, boolean passing, Duration pause) {
    super(problem.key() + " " + problem.arguments(), null, false, false);
    this.problem = problem;
    this.passing = passing;
    this.pause = pause;
  }

  /// It may go better next time.
  static Hitch passing(String key, Object... arguments) {
    return new Hitch(Problem.of(key, arguments), true, Duration.ZERO);
  }

  /// It will not: another source has to.
  static Hitch lasting(String key, Object... arguments) {
    return new Hitch(Problem.of(key, arguments), false, Duration.ZERO);
  }

  /// The server says when to ask again.
  Hitch after(Duration pause) {
    return new Hitch(problem, passing, pause);
  }

  Problem problem() {
    return problem;
  }

  boolean isPassing() {
    return passing;
  }

  Duration pause() {
    return pause;
  }
}
