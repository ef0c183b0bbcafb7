package luotuo.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import luotuo.app.Studio;
import luotuo.job.Failure;
import luotuo.persona.Portrait;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;

/// Pictures of personas.
final class PortraitRoutes {
  private final Studio studio;

  PortraitRoutes(Studio studio) {
    this.studio = studio;
  }

  void add(Routes routes) {
    routes
        .get("/personas/{name}/portrait", this::show)
        .put("/personas/{name}/portrait", this::put)
        .delete("/personas/{name}/portrait", this::remove);
  }

  private void show(Exchange exchange) {
    Path folder = folder(exchange);
    Portrait portrait = Portrait.in(folder).orElseThrow(() -> none(exchange));
    exchange
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy", "default-src 'none'")
        .send(200, portrait.form().type(), portrait.bytes());
  }

  private void put(Exchange exchange) {
    folder(exchange); // before the picture comes
    try (InputStream body = exchange.body(Portrait.MOST_BYTES)) {
      byte[] picture = body.readAllBytes();
      Portrait.check(picture);
      Portrait.put(studio.workshop().own(exchange.parameter("name")), picture);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exchange.empty(204);
  }

  private void remove(Exchange exchange) {
    if (Portrait.in(folder(exchange)).isEmpty()) {
      throw none(exchange);
    }
    Portrait.remove(studio.workshop().own(exchange.parameter("name")));
    exchange.empty(204);
  }

  private Path folder(Exchange exchange) {
    return studio.personas().named(exchange.parameter("name")).path();
  }

  private static Failure none(Exchange exchange) {
    return Failure.of("portrait.none", exchange.parameter("name"));
  }
}
