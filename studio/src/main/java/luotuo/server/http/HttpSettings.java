package luotuo.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where the server listens, and who may ask.
///
/// @param host a name or an address of this machine
/// @param port 0 for any that is free
/// @param names further names that the server may be called by, besides this machine's loopback
/// @param origins further pages that may ask, such as `https://example.org`
/// @param token what everybody has to bring along; where empty, nobody has to
/// @param grace how long running replies may go on when the server is stopped
/// @param patience how long a client may be silent where it ought to speak
/// @param language of messages, where a request asks for none
public record HttpSettings(
    String host,
    int port,
    List<String> names,
    List<String> origins,
    Optional<String> token,
    Duration grace,
    Duration patience,
    String language) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public HttpSettings {
    names = List.copyOf(names);
    origins = List.copyOf(origins);
  }

  /// For this machine alone, at any port that is free.
  public static HttpSettings local(String language) {
    return new HttpSettings(
        LOOPBACK, 0, List.of(), List.of(), Optional.empty(), GRACE, PATIENCE, language);
  }

  public HttpSettings at(String otherHost, int otherPort) {
    return new HttpSettings(otherHost, otherPort, names, origins, token, grace, patience, language);
  }

  public HttpSettings withNames(List<String> to) {
    return new HttpSettings(host, port, to, origins, token, grace, patience, language);
  }

  public HttpSettings withOrigins(List<String> to) {
    return new HttpSettings(host, port, names, to, token, grace, patience, language);
  }

  public HttpSettings withToken(Optional<String> to) {
    return new HttpSettings(host, port, names, origins, to, grace, patience, language);
  }

  public HttpSettings withGrace(Duration to) {
    return new HttpSettings(host, port, names, origins, token, to, patience, language);
  }

  public HttpSettings withPatience(Duration to) {
    return new HttpSettings(host, port, names, origins, token, grace, to, language);
  }
}
