package luotuo.server;

import java.util.List;
import luotuo.app.ErrorLog;
import luotuo.app.Studio;
import luotuo.server.api.Api;
import luotuo.server.http.ErrorForm;
import luotuo.server.http.HttpServer;
import luotuo.server.http.HttpSettings;
import luotuo.server.http.Routes;
import luotuo.server.metrics.Metrics;
import luotuo.server.openai.OpenAi;
import luotuo.server.openai.Serving;

/// A running server. What it answers is put together here.
public final class Server implements AutoCloseable {
  private final HttpServer http;
  private final Api api;

  private Server(HttpServer http, Api api) {
    this.http = http;
    this.api = api;
  }

  /// @param studio stays open when this is closed
  /// @param serving how personas are served
  public static Server start(Studio studio, HttpSettings settings, Serving serving) {
    ErrorLog log = new ErrorLog(studio.workspace());
    Metrics metrics = new Metrics(studio::calls);
    Routes root = new Routes("", ErrorForm.PLAIN);
    new Health().add(root);
    root.get("/metrics", metrics::show);
    new Page().add(root);
    Api api = new Api(studio, settings, serving.speaking(), metrics);
    List<Routes> all = List.of(OpenAi.routes(studio, serving, metrics), api.routes(), root);
    return new Server(HttpServer.start(settings, all, metrics, log::write), api);
  }

  public int port() {
    return http.port();
  }

  /// Lets running replies end for a while, tells those that are left, and ends.
  @Override
  public void close() {
    http.close();
    api.close();
  }
}
