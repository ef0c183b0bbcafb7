package luotuo.model.remote;

import java.time.Duration;
import luotuo.job.Failure;

/// An attempt failed in a way that may be gone the next time.
public final class TryAgain extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;
  private final Duration wait;

  /// @param failure what is told when no attempt is left
  /// @param wait the least time to the next attempt, as the other side asked
  public TryAgain(Failure failure, Duration wait) {
    super(failure);
    this.failure = failure;
    this.wait = wait;
  }

  public Failure failure() {
    return failure;
  }

  public Duration least() {
    return wait;
  }
}
