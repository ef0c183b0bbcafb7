package luotuo.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import luotuo.job.Failure;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;
import luotuo.store.Hash;
import org.jspecify.annotations.Nullable;

/// The web page: files that come with the program, and the libraries that it uses.
///
/// Nothing but this server may be asked by it, and no script runs that is not one of its files.
final class Page {
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "webmanifest", "application/manifest+json");

  void add(Routes routes) {
    routes
        .get("/", exchange -> file(exchange, "/luotuo/page/index.html"))
        .get("/lib/{library}/{+file}", this::library)
        .get("/{+file}", exchange -> file(exchange, "/luotuo/page/" + exchange.parameter("file")));
  }

  /// A file of a library's webjar, whatever its version.
  private void library(Exchange exchange) {
    String library = exchange.parameter("library");
    String version = version(library).orElseThrow(() -> nowhere(exchange));
    file(
        exchange,
        "/META-INF/resources/webjars/"
            + library
            + "/"
            + version
            + "/"
            + exchange.parameter("file"));
  }

  private static Optional<String> version(String library) {
    String about = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
    try (InputStream in = library.matches("[a-z0-9-]+") ? opened(about) : null) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return Optional.ofNullable(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(about, e);
    }
  }

  private static void file(Exchange exchange, String resource) {
    String type = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    byte[] bytes = type == null || resource.contains("..") ? null : bytes(resource);
    if (type == null || bytes == null) {
      throw nowhere(exchange);
    }
    String tag = '"' + Hash.sha256(bytes) + '"';
    exchange
        .with("Content-Security-Policy", POLICY)
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Cache-Control", "no-cache")
        .with("ETag", tag);
    if (exchange.header("If-None-Match").filter(tag::equals).isPresent()) {
      exchange.empty(304);
    } else {
      exchange.send(200, type, bytes);
    }
  }

  private static byte @Nullable [] bytes(String resource) {
    try (InputStream in = opened(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private static @Nullable InputStream opened(String resource) {
    return Page.class.getResourceAsStream(resource);
  }

  private static Failure nowhere(Exchange exchange) {
    return Failure.of("server.nowhere", exchange.path());
  }
}
