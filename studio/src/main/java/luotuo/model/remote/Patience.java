package luotuo.model.remote;

import java.time.Duration;

/// How long a server is waited for.
///
/// @param connect until it takes the call
/// @param first until it begins to answer; a long prompt on a slow machine takes its time
/// @param between two arrivals of the answer
public record Patience(Duration connect, Duration first, Duration between) {
  public static final Patience DEFAULT =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(60));
}
