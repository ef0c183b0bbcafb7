package luotuo.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import luotuo.server.http.Exchange;

/// Replies that browsers save as a file.
final class Downloads {
  private Downloads() {}

  /// @param name of the file, of any characters
  static Exchange named(Exchange exchange, String name) {
    String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20");
    return exchange.with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
  }
}
