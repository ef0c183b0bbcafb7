package luotuo.server.api;

import java.util.function.Function;
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
      exchange.json(watched(exchange, work, (_, _) -> {}));
      return;
    }
    Object result = watched(exchange, work, exchange.events()::event);
    exchange.events().event(last, result);
  }

  private static Object watched(
      Exchange exchange, Function<Telling, Object> work, Telling telling) {
    try (Watch _ = exchange.watch()) {
      return work.apply(telling);
    }
  }
}
