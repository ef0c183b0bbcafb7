package luotuo.job;

import java.time.Duration;

/// A moment from which on time is taken: by the clock, and of all threads of this process.
///
/// @param nanos of a clock without origin
/// @param cpu what the process had used until then; the system counts in steps of some 10 ms
public record Stopwatch(long nanos, Duration cpu) {
  public static Stopwatch started() {
    return new Stopwatch(System.nanoTime(), usedCpu());
  }

  /// What has passed since, without calls and tokens.
  public Cost elapsed() {
    return new Cost(0, 0, 0, seconds(usedCpu().minus(cpu)), clockSeconds(), 0);
  }

  /// Passed since, by the clock alone.
  public double clockSeconds() {
    return (System.nanoTime() - nanos) / 1e9;
  }

  /// Asked of the process handle: the management beans would have to be loaded first.
  private static Duration usedCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
