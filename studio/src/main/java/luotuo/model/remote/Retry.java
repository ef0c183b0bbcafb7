package luotuo.model.remote;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import luotuo.job.Cancelled;

/// Tries again what failed for the moment, waiting longer each time.
///
/// The wait is drawn evenly from nothing to a bound that doubles from half a second to twenty
/// ("full jitter", Marc Brooker, "Exponential Backoff And Jitter", 2015): many clients of one
/// server do not come back together.
public final class Retry {
  /// The longest wait that a server may ask for.
  public static final Duration LONGEST = Duration.ofSeconds(60);

  private static final int AGAIN = 4;
  private static final long FIRST_MILLIS = 500;
  private static final long MOST_MILLIS = 20_000;

  /// Lets time pass.
  public interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  private final RandomGenerator random;
  private final InstantSource clock;
  private final Pause pause;

  public Retry(RandomGenerator random, InstantSource clock, Pause pause) {
    this.random = random;
    this.clock = clock;
    this.pause = pause;
  }

  public Retry() {
    this(new Random(), InstantSource.system(), Thread::sleep);
  }

  /// @param attempt throws [TryAgain] where another may do better
  /// @throws luotuo.job.Failure the last attempt's
  /// @throws Cancelled if interrupted while waiting
  public <T> T call(Supplier<T> attempt) {
    for (int again = 0; ; again++) {
      try {
        return attempt.get();
      } catch (TryAgain e) {
        if (again == AGAIN) {
          throw e.failure();
        }
        sleep(e.least().plusMillis(draw(again)));
      }
    }
  }

  Instant now() {
    return clock.instant();
  }

  private long draw(int again) {
    return random.nextLong(Math.min(MOST_MILLIS, FIRST_MILLIS << again) + 1);
  }

  private void sleep(Duration time) {
    try {
      pause.sleep(time);
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
  }
}
