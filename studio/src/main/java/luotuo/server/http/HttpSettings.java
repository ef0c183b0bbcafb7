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
/// @param language of messages, where a request asks for none
public record HttpSettings(
    String host,
    int port,
    List<String> names,
    List<String> origins,
    Optional<String> token,
    Duration grace,
    String language) {
  public HttpSettings {
    names = List.copyOf(names);
    origins = List.copyOf(origins);
  }
}
