package luotuo.model.hub;

import java.time.Duration;

/// How long a pull waits, and how often it tries.
///
/// @param connect for a connection
/// @param stall for an answer, and for each further piece
/// @param tries of one source that bring nothing
/// @param pause before the second try; doubled before each further one
/// @param most that a server may ask to wait
/// @param worth bytes that make a broken try worth as much as none
public record Patience(
    Duration connect, Duration stall, int tries, Duration pause, Duration most, long worth) {
  public static final Patience DEFAULT =
      new Patience(
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          1 << 20);

  public Patience {
    if (tries < 1 || stall.isNegative() || stall.isZero()) {
      throw new IllegalArgumentException("tries and stall must be more than none");
    }
  }

  /// Before the next try.
  Duration pause(int tries, Duration asked) {
    Duration own = pause.multipliedBy(1L << Math.min(tries, 10));
    Duration longer = own.compareTo(asked) > 0 ? own : asked;
    return longer.compareTo(most) > 0 ? most : longer;
  }
}
