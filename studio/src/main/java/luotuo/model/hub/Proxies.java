package luotuo.model.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The proxies that an environment names: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, and `NO_PROXY`
/// for hosts that are asked directly, in capitals or not. This machine is always asked directly.
final class Proxies extends ProxySelector {
  private static final List<String> OWN = List.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Map<String, String> environment;
  private final List<String> direct;

  Proxies(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.direct =
        Arrays.stream(value("NO_PROXY").split(","))
            .map(host -> host.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
            .filter(host -> !host.isEmpty())
            .toList();
  }

  private String value(String name) {
    String capitals = environment.getOrDefault(name, "");
    return capitals.isBlank()
        ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "")
        : capitals;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String name = "https".equalsIgnoreCase(uri.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
    String told = value(name).isBlank() ? value("ALL_PROXY") : value(name);
    if (told.isBlank() || uri.getHost() == null || isDirect(uri)) {
      return List.of(Proxy.NO_PROXY);
    }
    return List.of(proxy(told.strip()).orElse(Proxy.NO_PROXY));
  }

  private boolean isDirect(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String withPort = host + ":" + uri.getPort();
    return OWN.contains(host)
        || direct.stream()
            .anyMatch(
                d ->
                    d.equals("*")
                        || host.equals(d)
                        || withPort.equals(d)
                        || host.endsWith("." + d));
  }

  private static Optional<Proxy> proxy(String told) {
    return Addresses.parse(told.contains("://") ? told : "http://" + told)
        .map(
            uri -> {
              int port = uri.getPort() < 0 ? 80 : uri.getPort();
              return new Proxy(
                  Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
            });
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {}
}
