package luotuo.server.api;

import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import luotuo.job.Cancelled;
import luotuo.server.http.Exchange;
import luotuo.server.http.Watch;

/// Work that takes time: told as it goes on where the client asks for events, and at its end alone
/// where not. It ends when the client goes away.
final class Work {
  private Work() {}

  /// What happens on the way.
  @FunctionalInterface
  interface Telling {
    void tell(String event, Object data);
  }

  /// @param last the event that brings the result; the whole reply where there are no events
  static void answer(Exchange exchange, String last, Function<Telling, Object> work) {
    if (!exchange.wantsEvents()) {
      exchange.json(watched(exchange, () -> work.apply((_, _) -> {})));
      return;
    }
    Object result = watched(exchange, () -> work.apply(exchange.events()::event));
    exchange.events().event(last, result);
  }

  /// Work that ends when the client goes away.
  static <T> T watched(Exchange exchange, Supplier<T> work) {
    try (Watch _ = exchange.watch()) {
      return work.get();
    } catch (RuntimeException e) {
      throw isOfAnInterrupt(e) ? new Cancelled() : e;
    }
  }

  /// What waits for a file or a lock ends in failures of its own.
  private static boolean isOfAnInterrupt(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ClosedByInterruptException
                    || cause instanceof InterruptedException);
  }
}
