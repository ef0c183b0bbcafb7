package luotuo.server;

import java.util.Map;
import luotuo.server.http.Routes;

/// Whether the server lives, and whether it can be asked.
final class Health {
  void add(Routes routes) {
    routes
        .get("/health/live", exchange -> exchange.json(Map.of("live", true)))
        .get("/health/ready", exchange -> exchange.json(Map.of("ready", true)));
  }
}
