package luotuo.server.http;

import java.util.Locale;
import java.util.Optional;

/// The languages of messages.
final class Languages {
  private Languages() {}

  /// The language that a request asks for, `zh` or `en`.
  ///
  /// @param query counts before the header
  /// @param accepted the header `Accept-Language`; the first that is known counts
  static Optional<String> asked(Optional<String> query, Optional<String> accepted) {
    for (String language :
        query.or(() -> accepted).orElse("").toLowerCase(Locale.ROOT).split(",")) {
      String tag = language.strip();
      if (tag.startsWith("zh") || tag.startsWith("en")) {
        return Optional.of(tag.substring(0, 2));
      }
    }
    return Optional.empty();
  }
}
