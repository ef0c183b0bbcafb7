package luotuo.server.http;

import java.time.Duration;

/// Told of each request when it was answered.
@FunctionalInterface
public interface Observer {
  /// @param route the path of the route, with its places unfilled
  /// @param status 0 where the client went away
  void answered(String method, String route, int status, Duration took);
}
