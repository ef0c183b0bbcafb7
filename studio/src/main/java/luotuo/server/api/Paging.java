package luotuo.server.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import luotuo.job.Failure;
import luotuo.server.http.Exchange;

/// Which part of a list is asked for.
///
/// @param offset how many are passed over
/// @param limit how many at the most
record Paging(int offset, int limit) {
  private static final int LIMIT = 50;
  private static final int MOST = 200;

  /// By `?offset=` and `?limit=`.
  ///
  /// @throws Failure `server.range`
  static Paging of(Exchange exchange) {
    return new Paging(
        number(exchange, "offset", 0, 0, Integer.MAX_VALUE),
        number(exchange, "limit", LIMIT, 1, MOST));
  }

  private static int number(Exchange exchange, String name, int otherwise, int least, int most) {
    Optional<String> text = exchange.query(name);
    try {
      int number = text.map(Integer::parseInt).orElse(otherwise);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw Failure.of("server.range", name, least, most);
  }

  /// Part of a list, as JSON.
  ///
  /// @param total how many there are in all
  record Part<T>(List<T> items, int offset, int limit, int total) {}

  /// What is asked for of a list that is there as a whole.
  <S, T> Part<T> of(List<S> all, Function<S, T> shape) {
    List<T> items = all.stream().skip(offset).limit(limit).map(shape).toList();
    return new Part<>(items, offset, limit, all.size());
  }
}
