package luotuo.model.remote;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a server asks to wait: in seconds, or up to an HTTP date.
final class RetryAfter {
  private static final long MOST_SECONDS = Duration.ofDays(365).toSeconds();

  private RetryAfter() {}

  /// @return never negative; empty where the server does not say, or nothing that can be read
  static Optional<Duration> of(HttpHeaders headers, Instant now) {
    return headers.firstValue("Retry-After").flatMap(text -> read(text.strip(), now));
  }

  private static Optional<Duration> read(String text, Instant now) {
    try {
      if (text.matches("\\d{1,12}(\\.\\d{1,9})?")) {
        double seconds = Math.min(MOST_SECONDS, Double.parseDouble(text));
        return Optional.of(Duration.ofMillis((long) Math.ceil(seconds * 1000)));
      }
      Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      Duration wait = Duration.between(now, until);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
