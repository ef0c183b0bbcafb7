package luotuo.model.remote;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The proxies that `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` name, in capitals or
/// small; where they name none, those of Java's settings. Never one for this machine.
public final class EnvironmentProxies extends ProxySelector {
  private final Map<String, String> environment;
  private final @Nullable ProxySelector otherwise;

  public EnvironmentProxies(Map<String, String> environment, @Nullable ProxySelector otherwise) {
    this.environment = Map.copyOf(environment);
    this.otherwise = otherwise;
  }

  public static EnvironmentProxies ofSystem() {
    return new EnvironmentProxies(System.getenv(), ProxySelector.getDefault());
  }

  @Override
  public List<Proxy> select(URI to) {
    if (Endpoint.loopback(to) || excepted(to)) {
      return List.of(Proxy.NO_PROXY);
    }
    String named = variable(to.getScheme() + "_proxy");
    String proxy = named.isEmpty() ? variable("all_proxy") : named;
    if (proxy.isEmpty()) {
      return otherwise == null ? List.of(Proxy.NO_PROXY) : otherwise.select(to);
    }
    return List.of(proxy(proxy));
  }

  private String variable(String name) {
    String small = environment.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    return small.isEmpty()
        ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
        : small.strip();
  }

  private boolean excepted(URI to) {
    String host = to.getHost().toLowerCase(Locale.ROOT);
    for (String each : variable("no_proxy").toLowerCase(Locale.ROOT).split("[,\\s]+", -1)) {
      String name = each.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
      if (each.equals("*")
          || (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name)))) {
        return true;
      }
    }
    return false;
  }

  private static Proxy proxy(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      int port = uri.getPort() < 0 ? 80 : uri.getPort();
      return uri.getHost() == null
          ? Proxy.NO_PROXY
          : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
    } catch (IllegalArgumentException e) {
      return Proxy.NO_PROXY;
    }
  }

  @Override
  public void connectFailed(URI to, SocketAddress proxy, IOException why) {
    if (otherwise != null) {
      otherwise.connectFailed(to, proxy, why);
    }
  }
}
