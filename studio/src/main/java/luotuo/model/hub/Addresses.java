package luotuo.model.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Addresses of the web, which servers and users name.
final class Addresses {
  private Addresses() {}

  /// An `http` or `https` address with a host; empty where the text is none.
  static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text)).filter(Addresses::isWeb);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isWeb(URI uri) {
    String scheme = lower(uri.getScheme());
    return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
  }

  static boolean sameOrigin(URI one, URI other) {
    return lower(one.getScheme()).equals(lower(other.getScheme()))
        && lower(one.getHost()).equals(lower(other.getHost()))
        && port(one) == port(other);
  }

  /// Where a server redirects to; never from a protected address to one that anybody can read.
  static Optional<URI> redirected(URI from, String location) {
    try {
      URI to = from.resolve(new URI(location));
      boolean weaker = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
      return Optional.of(to).filter(uri -> isWeb(uri) && !weaker);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// Scheme, host and path: the rest may hold a signature that nobody else should read.
  static String shown(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
  }

  private static int port(URI uri) {
    int usual = "https".equals(lower(uri.getScheme())) ? 443 : 80;
    return uri.getPort() < 0 ? usual : uri.getPort();
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
