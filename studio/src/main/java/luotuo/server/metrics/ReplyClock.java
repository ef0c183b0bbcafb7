package luotuo.server.metrics;

import java.time.Duration;
import luotuo.model.Usage;

/// Times one reply: recall, waiting for the model, first words, all. Used by one thread.
public final class ReplyClock {
  private static final long NOT_YET = 0;

  private final Metrics metrics;
  private final long began = System.nanoTime();
  private long recalled = NOT_YET;
  private boolean spoke;

  ReplyClock(Metrics metrics) {
    this.metrics = metrics;
  }

  /// @param position in the line for the model; 0 for the one whose turn it is
  public void waits(int position) {
    if (recalled == NOT_YET) {
      recalled = System.nanoTime();
      metrics.recalled(since(began));
    }
    if (position == 0) {
      metrics.waited(since(recalled));
    }
  }

  /// Words come.
  public void speaks() {
    if (!spoke) {
      spoke = true;
      metrics.spoke(since(began));
    }
  }

  /// The reply is whole.
  public void done(Usage usage) {
    if (recalled == NOT_YET) {
      metrics.recalled(since(began)); // no model was asked
    }
    metrics.replied(since(began), usage);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
