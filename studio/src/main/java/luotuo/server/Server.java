package luotuo.server;

import java.util.List;
import luotuo.app.ErrorLog;
import luotuo.app.Studio;
import luotuo.server.api.Api;
import luotuo.server.http.ErrorForm;
import luotuo.server.http.HttpServer;
import luotuo.server.http.HttpSettings;
import luotuo.server.http.Routes;

/// A running server. What it answers is put together here.
public final class Server implements AutoCloseable {
  private final HttpServer http;
  private final Api api;

  private Server(HttpServer http, Api api) {
    this.http = http;
    this.api = api;
  }

  /// @param studio stays open when this is closed
  public static Server start(Studio studio, HttpSettings settings) {
    ErrorLog log = new ErrorLog(studio.workspace());
    Routes root = new Routes("", ErrorForm.PLAIN);
    new Health().add(root);
    new Page().add(root);
    Api api = new Api(studio, settings);
    List<Routes> all = List.of(api.routes(), root);
    return new Server(HttpServer.start(settings, all, (_, _, _, _) -> {}, log::write), api);
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
