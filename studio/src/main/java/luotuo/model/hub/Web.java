package luotuo.model.hub;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import luotuo.job.Cancelled;
import org.jspecify.annotations.Nullable;

/// Asks servers for files. Redirects are followed here and not by the client, so that the token
/// goes to the hub alone and what the hub says of the file on the way is heard.
final class Web implements AutoCloseable {
  private static final int MOST_REDIRECTS = 8;

  private final HttpClient client;
  private final Endpoints endpoints;
  private final Patience patience;

  Web(Endpoints endpoints, ProxySelector proxies, Patience patience) {
    this.endpoints = endpoints;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.connect())
            .proxy(proxies)
            .build();
  }

  /// @throws Hitch if nobody answers, or the redirects lead nowhere
  Answer get(URI uri, Map<String, String> headers) throws Hitch {
    URI at = uri;
    Answer.Linked linked = Answer.Linked.NOTHING;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpResponse<Chunks> response = send(at, headers);
      linked = linked.and(response.headers());
      if (!isRedirect(response.statusCode())) {
        return new Answer(at, response.statusCode(), response.headers(), linked, response.body());
      }
      response.body().cancel();
      URI from = at;
      at =
          Addresses.redirected(from, response.headers().firstValue("Location").orElse(""))
              .filter(to -> !to.equals(from))
              .orElseThrow(() -> Hitch.lasting("model.pull.redirect", Addresses.shown(from)));
    }
    throw Hitch.lasting("model.pull.redirect", Addresses.shown(uri));
  }

  private static boolean isRedirect(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  private HttpResponse<Chunks> send(URI uri, Map<String, String> headers) throws Hitch {
    var sent = client.sendAsync(request(uri, headers), _ -> new Chunks());
    try {
      return sent.get(patience.stall().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      sent.cancel(true);
      throw new Cancelled();
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw stalled(uri);
    } catch (ExecutionException e) {
      throw Hitch.passing("model.pull.unreachable", Addresses.shown(uri), reason(e.getCause()));
    }
  }

  private HttpRequest request(URI uri, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(uri)
            .header("User-Agent", "luotuo")
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    endpoints.tokenFor(uri).ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }

  Hitch stalled(URI uri) {
    return Hitch.passing("model.pull.stalled", Addresses.shown(uri), seconds());
  }

  private String seconds() {
    double seconds = patience.stall().toMillis() / 1000.0;
    return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
  }

  static String reason(@Nullable Throwable e) {
    if (e == null) {
      return "?";
    }
    String message = e.getMessage();
    return message == null || !(e instanceof IOException) ? e.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
