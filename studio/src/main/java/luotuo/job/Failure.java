package luotuo.job;

import org.jspecify.annotations.Nullable;

/// Work that could not be done, with the problem that the user is told in one sentence.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public Failure(Problem problem) {
    this(problem, null);
  }

  public Failure(Problem problem, @Nullable Throwable cause) {
    super(problem.key() + " " + problem.arguments(), cause);
    this.problem = problem;
  }

  public static Failure of(String key, Object... arguments) {
    return new Failure(Problem.of(key, arguments));
  }

  public Problem problem() {
    return problem;
  }
}
