package luotuo.model.remote;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import luotuo.job.Failure;

/// A server, and the model there.
///
/// @param base such as `http://localhost:11434/v1`, without a slash at its end
/// @param model as the server names it; empty for the only one that it has
/// @param key that the server is told, and nobody else
/// @param context tokens that prompt and reply may have together; servers seldom tell
/// @param keyOverHttp whether the key may travel unencrypted to another machine
public record Endpoint(
    URI base, String model, Key key, Patience patience, int context, boolean keyOverHttp) {
  private static final int CONTEXT = 8192;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  /// @throws Failure `model.remote.key.plain` if a key would travel unencrypted
  /// @throws IllegalArgumentException if the context is not positive
  public Endpoint {
    if (context < 1) {
      throw new IllegalArgumentException("context is " + context + ", not at least 1");
    }
    if (!key.none() && !encrypted(base) && !keyOverHttp && !loopback(base)) {
      throw Failure.of("model.remote.key.plain", base.getHost());
    }
  }

  /// @param text `http://host:port/v1#model`; without `#model`, the server's only one
  /// @throws Failure `model.remote.address` if it is not such an address
  public static Endpoint parse(String text) {
    int mark = text.indexOf('#');
    String address = (mark < 0 ? text : text.substring(0, mark)).strip().replaceFirst("/+$", "");
    String model = mark < 0 ? "" : text.substring(mark + 1).strip();
    return new Endpoint(base(address), model, Key.NONE, Patience.DEFAULT, CONTEXT, false);
  }

  /// An address as [#parse] reads it, with the key that is found for it.
  ///
  /// @param environment variables; `LUOTUO_KEY_OVER_HTTP=yes` is [#keyOverHttp()], and
  ///   `LUOTUO_PATIENCE` how many seconds words are waited for
  /// @param keys folder of key files
  public static Endpoint of(String text, Map<String, String> environment, Path keys) {
    Endpoint endpoint = parse(text);
    Key key = new Keys(environment, keys).of(endpoint.base);
    return endpoint
        .withKeyOverHttp(allowsKeyOverHttp(environment))
        .withKey(key)
        .withPatience(Patience.of(environment.get("LUOTUO_PATIENCE")));
  }

  /// Whether the user insists on a key that travels unencrypted.
  public static boolean allowsKeyOverHttp(Map<String, String> environment) {
    return "yes".equals(environment.get("LUOTUO_KEY_OVER_HTTP"));
  }

  /// The text is not repeated in the message where a secret may stand in it.
  private static URI base(String address) {
    boolean secret = address.contains("@") || address.contains("?");
    try {
      URI uri = URI.create(secret ? "" : address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw Failure.of("model.remote.address", secret ? "…" : address);
  }

  private static boolean encrypted(URI base) {
    return "https".equalsIgnoreCase(base.getScheme());
  }

  static boolean loopback(URI base) {
    return LOOPBACK.matcher(base.getHost().toLowerCase(Locale.ROOT)).matches();
  }

  /// The server as messages name it: host, and port where there is one.
  public String server() {
    return base.getAuthority();
  }

  public Endpoint withModel(String to) {
    return new Endpoint(base, to, key, patience, context, keyOverHttp);
  }

  public Endpoint withKey(Key to) {
    return new Endpoint(base, model, to, patience, context, keyOverHttp);
  }

  public Endpoint withPatience(Patience to) {
    return new Endpoint(base, model, key, to, context, keyOverHttp);
  }

  public Endpoint withContext(int to) {
    return new Endpoint(base, model, key, patience, to, keyOverHttp);
  }

  public Endpoint withKeyOverHttp(boolean to) {
    return new Endpoint(base, model, key, patience, context, to);
  }

  /// The address as [#parse] reads it.
  @Override
  public String toString() {
    return base + "#" + model;
  }
}
