package luotuo.job;

import java.time.Duration;

/// How fast long work goes. What went on long ago says little of what will come, so that only the
/// last seconds count.
public final class Pace {
  private static final long MEMORY = Duration.ofSeconds(5).toNanos();

  private long since;
  private long doneThen;
  private double speed;

  /// The work begins, or begins anew.
  ///
  /// @param done units so far
  /// @param now in nanoseconds
  public void begin(long done, long now) {
    since = now;
    doneThen = done;
    speed = 0;
  }

  /// Whether these are fewer units than were done before, so that the work has begun anew.
  public boolean isBefore(long done) {
    return done < doneThen;
  }

  /// @param now in nanoseconds
  /// @return units a second
  public double measure(long done, long now) {
    long nanos = now - since;
    speed = (done - doneThen) * 1e9 / Math.max(nanos, 1);
    if (nanos > MEMORY) {
      since = now - MEMORY / 2;
      doneThen = done - (long) (speed * MEMORY / 2e9);
    }
    return speed;
  }

  /// Seconds that so many units will take, at least 1; 0 where nobody can tell.
  public long secondsFor(long units) {
    return speed < 1 ? 0 : Math.max(1, Math.round(units / speed));
  }
}
