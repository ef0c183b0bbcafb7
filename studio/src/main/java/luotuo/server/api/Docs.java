package luotuo.server.api;

import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;

/// What this API is, told to programs and to people.
final class Docs {
  void add(Routes routes) {
    routes
        .get("/openapi.json", exchange -> exchange.json(Document.read()))
        .get("/docs", Docs::page);
  }

  private static void page(Exchange exchange) {
    DocsPage page = new DocsPage(Document.read(), exchange.language());
    exchange
        .with("Content-Security-Policy", page.policy())
        .send(200, "text/html; charset=utf-8", page.html());
  }
}
