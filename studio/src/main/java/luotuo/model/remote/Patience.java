package luotuo.model.remote;

import java.time.Duration;
import luotuo.job.Failure;
import org.jspecify.annotations.Nullable;

/// How long a server is waited for.
///
/// @param connect until it takes the call
/// @param first until it begins to answer; a long prompt on a slow machine takes its time
/// @param between two arrivals of the answer
public record Patience(Duration connect, Duration first, Duration between) {
  private static final int MOST = 3600;

  public static final Patience DEFAULT =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(60));

  /// @param seconds that words are waited for, first ones and further ones; null for the default
  /// @throws Failure `model.remote.patience` if it is not a number from 1 to 3600
  static Patience of(@Nullable String seconds) {
    if (seconds == null || seconds.isBlank()) {
      return DEFAULT;
    }
    if (!seconds.matches("[1-9]\\d{0,3}") || Integer.parseInt(seconds) > MOST) {
      throw Failure.of("model.remote.patience", seconds, MOST);
    }
    Duration patience = Duration.ofSeconds(Integer.parseInt(seconds));
    return new Patience(DEFAULT.connect, patience, patience);
  }
}
