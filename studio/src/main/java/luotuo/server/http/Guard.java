package luotuo.server.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import luotuo.job.Failure;

/// Who may ask.
///
/// A page from elsewhere cannot reach the server through the browser of somebody who runs it: under
/// a name that was pointed here (DNS rebinding) the Host is a foreign one, and from a foreign page
/// the Origin is. Beyond the loopback everybody needs the token.
final class Guard {
  private static final String COOKIE = "luotuo";
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");

  private final HttpSettings settings;
  private final boolean local;

  Guard(HttpSettings settings) {
    this.settings = settings;
    this.local = isLoopback(settings.host());
  }

  /// Whether a server at this host is reached from this machine alone.
  static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /// @param port that the server listens at
  /// @throws Failure `server.host`, `server.origin` or `server.token`
  void check(Exchange exchange, int port) {
    String host = exchange.header("Host").orElse("").toLowerCase(Locale.ROOT);
    if (!isOurs(host, port)) {
      throw Failure.of("server.host", host);
    }
    Optional<String> origin = exchange.header("Origin");
    if (origin.isPresent() && !isWelcome(origin.get(), host)) {
      throw Failure.of("server.origin", origin.get());
    }
    if (origin.isEmpty() && isChange(exchange) && isFromElsewhere(exchange)) {
      throw Failure.of("server.origin", "–");
    }
  }

  private boolean isOurs(String host, int port) {
    int colon = host.indexOf(':', host.lastIndexOf(']') + 1);
    String name = colon < 0 ? host : host.substring(0, colon);
    String at = colon < 0 ? "80" : host.substring(colon + 1);
    if (settings.names().contains(name)) {
      return true;
    }
    return local
        ? LOOPBACK.matcher(name).matches() && at.equals(String.valueOf(port))
        : LOOPBACK.matcher(name).matches()
            || ADDRESS.matcher(name).matches()
            || name.equals(settings.host().toLowerCase(Locale.ROOT));
  }

  private boolean isWelcome(String origin, String host) {
    return isNamed(origin)
        || origin.toLowerCase(Locale.ROOT).matches("https?://" + Pattern.quote(host));
  }

  private boolean isNamed(String origin) {
    return settings.origins().contains(origin);
  }

  private static boolean isChange(Exchange exchange) {
    return !List.of("GET", "HEAD", "OPTIONS").contains(exchange.method());
  }

  /// Browsers say so even where they keep the origin back.
  private static boolean isFromElsewhere(Exchange exchange) {
    String from = exchange.header("Sec-Fetch-Site").orElse("none");
    return !from.equals("none") && !from.equals("same-origin");
  }

  /// Lets the pages that are named read replies.
  void welcome(Exchange exchange) {
    exchange
        .header("Origin")
        .filter(this::isNamed)
        .ifPresent(
            origin ->
                exchange
                    .with("Access-Control-Allow-Origin", origin)
                    .with("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                    .with("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept")
                    .with("Access-Control-Max-Age", "600")
                    .with("Vary", "Origin"));
  }

  /// @throws Failure `server.token`
  void checkToken(Exchange exchange) {
    if (settings.token().isPresent() && brought(exchange).stream().noneMatch(this::isToken)) {
      throw Failure.of("server.token");
    }
  }

  /// A page that is opened with `?token=` gets a cookie for it, and a clean address.
  ///
  /// @return whether that was the answer
  boolean login(Exchange exchange) {
    Optional<String> token = exchange.query("token");
    if (token.isEmpty() || !exchange.method().equals("GET") || settings.token().isEmpty()) {
      return false;
    }
    if (!isToken(token.get())) {
      throw Failure.of("server.token");
    }
    exchange
        .with("Set-Cookie", COOKIE + "=" + token.get() + "; HttpOnly; SameSite=Strict; Path=/")
        .with("Location", URI.create(exchange.path()).getRawPath())
        .empty(303);
    return true;
  }

  private static List<String> brought(Exchange exchange) {
    List<String> tokens = new ArrayList<>();
    exchange
        .header("Authorization")
        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
        .ifPresent(value -> tokens.add(value.substring(7).strip()));
    for (String cookie : exchange.header("Cookie").orElse("").split(";")) {
      String pair = cookie.strip();
      if (pair.startsWith(COOKIE + "=")) {
        tokens.add(pair.substring(COOKIE.length() + 1));
      }
    }
    return tokens;
  }

  /// Takes as long for a near miss as for any other.
  private boolean isToken(String brought) {
    return MessageDigest.isEqual(
        brought.getBytes(StandardCharsets.UTF_8),
        settings.token().orElseThrow().getBytes(StandardCharsets.UTF_8));
  }
}
