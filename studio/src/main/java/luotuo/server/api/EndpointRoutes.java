package luotuo.server.api;

import java.util.List;
import java.util.Optional;
import luotuo.app.Servers;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;

/// Servers that speak OpenAI's protocol, behind this one.
final class EndpointRoutes {
  private static final int LONG = 2000;
  private static final int KEY = 8000;

  private final Studio studio;
  private final Speaking speaking;

  /// @param speaking what holds where a request says nothing
  EndpointRoutes(Studio studio, Speaking speaking) {
    this.studio = studio;
    this.speaking = speaking;
  }

  void add(Routes routes) {
    routes.post("/endpoints/test", this::test).put("/endpoints", this::use);
  }

  /// What a server answered, as JSON.
  record Answered(boolean ok, String reply, long millis, List<String> models) {}

  private void test(Exchange exchange) {
    Given given = Given.of(exchange);
    Servers servers = new Servers(studio.settings());
    Servers.Answer answer =
        Work.watched(exchange, () -> servers.test(given.url, given.model, given.key));
    exchange.json(new Answered(true, answer.reply(), answer.millis(), answer.models()));
  }

  private void use(Exchange exchange) {
    Given given = Given.of(exchange);
    String model = new Servers(studio.settings()).use(given.url, given.model, given.key);
    studio.release(speaking.withModel(model));
    exchange.json(new ModelRoutes.Chosen(model));
  }

  /// Without the key, wherever it is printed.
  private record Given(String url, String model, Optional<String> key) {
    static Given of(Exchange exchange) {
      Body body = Body.of(exchange, "url", "model", "key");
      Optional<String> key = body.text("key", KEY).filter(text -> !text.isBlank());
      return new Given(
          body.need("url", LONG), body.text("model", LONG).map(String::strip).orElse(""), key);
    }

    @Override
    public String toString() {
      return url + "#" + model;
    }
  }
}
