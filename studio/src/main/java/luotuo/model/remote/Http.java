package luotuo.model.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import luotuo.job.Cancelled;
import luotuo.json.Json;

/// Calls to one server. HTTP/1.1, because an offered upgrade confuses some servers; no redirect is
/// followed, because the key would go along; nothing compressed is asked for.
final class Http implements AutoCloseable {
  private static final int MOST_OF_A_COMPLAINT = 64 << 10;
  private static final Duration FOR_A_COMPLAINT = Duration.ofSeconds(5);

  private final Endpoint endpoint;
  private final Trouble trouble;
  private final HttpClient client;

  Http(Endpoint endpoint, Trouble trouble) {
    this.endpoint = endpoint;
    this.trouble = trouble;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(endpoint.patience().connect())
            .proxy(EnvironmentProxies.ofSystem())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  Answer post(URI to, Object body) {
    HttpRequest request =
        request(to)
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream, application/json")
            .POST(BodyPublishers.ofString(Json.write(body)))
            .build();
    return send(request, endpoint.patience().first());
  }

  /// What is asked for here is at hand, so that a server is not waited for as for a reply.
  Answer get(URI from) {
    Duration patience = endpoint.patience().connect();
    return send(request(from).header("Accept", "application/json").build(), patience);
  }

  private HttpRequest.Builder request(URI to) {
    HttpRequest.Builder request = HttpRequest.newBuilder(to);
    return endpoint.key().none()
        ? request
        : request.header("Authorization", endpoint.key().header());
  }

  /// The request's own timeout is not used: from JDK 26 on it spans the whole answer.
  ///
  /// @throws TryAgain, luotuo.job.Failure if nothing answers
  private Answer send(HttpRequest request, Duration patience) {
    CompletableFuture<HttpResponse<Inflow>> call = client.sendAsync(request, info -> new Inflow());
    try {
      return answer(call.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException e) {
      abandon(call);
      throw new Cancelled();
    } catch (TimeoutException e) {
      abandon(call);
      throw trouble.silent(patience);
    } catch (ExecutionException e) {
      throw trouble.unreached(e.getCause() == null ? e : e.getCause());
    }
  }

  private static void abandon(CompletableFuture<HttpResponse<Inflow>> call) {
    if (!call.cancel(true) && call.state() == Future.State.SUCCESS) {
      call.resultNow().body().close();
    }
  }

  private static Answer answer(HttpResponse<Inflow> response) {
    int status = response.statusCode();
    Inflow body = response.body();
    boolean well = status >= 200 && status < 300;
    Complaint complaint = well ? new Complaint("", "", false) : Complaint.of(complaint(body));
    return new Answer(status, response.headers(), body, complaint);
  }

  /// As much of it as comes in time.
  private static String complaint(Inflow body) {
    Lines lines = new Lines(body);
    StringBuilder text = new StringBuilder();
    try (body) {
      String line = lines.next(FOR_A_COMPLAINT);
      while (line != null && text.length() < MOST_OF_A_COMPLAINT) {
        text.append(line).append('\n');
        line = lines.next(FOR_A_COMPLAINT);
      }
    } catch (IOException e) {
      return text.toString();
    }
    return text.toString();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
