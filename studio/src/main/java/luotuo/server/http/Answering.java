package luotuo.server.http;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import luotuo.app.Sentences;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.server.http.ErrorForm.Trouble;

/// Has requests answered, turns what handlers throw into errors, and ends well.
final class Answering {
  static final Handler NOWHERE =
      exchange -> {
        throw Failure.of("server.nowhere", exchange.path());
      };
  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(20);

  private final HttpSettings settings;
  private final List<Routes> routes;
  private final Consumer<Throwable> unforeseen;
  private final Guard guard;
  private final Map<Exchange, Thread> running = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private volatile int port;

  Answering(HttpSettings settings, List<Routes> routes, Consumer<Throwable> unforeseen) {
    this.settings = settings;
    this.routes = List.copyOf(routes);
    this.unforeseen = unforeseen;
    this.guard = new Guard(settings);
  }

  /// @param port that the server listens at
  void at(int to) {
    port = to;
  }

  void answer(ServerRequest request, ServerResponse response, Handler handler) {
    Exchange exchange = new Exchange(request, response, settings.language());
    running.put(exchange, Thread.currentThread());
    try {
      admit(exchange, handler);
      exchange.begun().ifPresent(EventStream::close);
    } catch (ClientGone | ServerConnectionException e) {
      throw new CloseConnectionException("the client has gone", e);
    } catch (RuntimeException | Error e) {
      fail(exchange, e);
    } finally {
      running.remove(exchange);
      Inlet.CURRENT.get().answered(stopping || exchange.isLast());
    }
  }

  private void admit(Exchange exchange, Handler handler) {
    exchange.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "no-referrer");
    guard.check(exchange, port);
    guard.welcome(exchange);
    if (exchange.method().equals("OPTIONS")) {
      exchange.empty(204);
    } else if (!guard.login(exchange)) {
      guard.checkToken(exchange);
      if (stopping) {
        throw Failure.of("server.stopping");
      }
      handler.handle(exchange);
    }
  }

  private void fail(Exchange exchange, Throwable e) {
    Problem problem =
        switch (e) {
          case Failure failure -> failure.problem();
          case Cancelled gone when !stopping ->
              throw new CloseConnectionException("the client has gone", gone);
          case Cancelled _ -> Problem.of("server.stopping");
          default -> {
            unforeseen.accept(e);
            yield Problem.of("server.failed");
          }
        };
    tell(exchange, problem);
  }

  private void tell(Exchange exchange, Problem problem) {
    String sentence = Sentences.in(exchange.language()).of(problem);
    Trouble trouble = new Trouble(Statuses.of(problem.key()), problem.key(), sentence);
    ErrorForm form = form(exchange.path());
    if (exchange.begun().isPresent()) {
      form.tell(trouble, exchange.events());
      exchange.events().close();
    } else if (!exchange.isAnswered()) {
      exchange.json(trouble.status(), form.shape(trouble));
    }
  }

  private ErrorForm form(String path) {
    return routes.stream()
        .filter(some -> some.isAbove(path))
        .map(Routes::form)
        .findFirst()
        .orElse(ErrorForm.PLAIN);
  }

  /// New requests are turned away; running ones may end until the time is up, and are told then.
  void finish(Duration grace) {
    stopping = true;
    await(grace);
    running.values().forEach(Thread::interrupt);
    await(FAREWELL);
  }

  private void await(Duration most) {
    long until = System.nanoTime() + most.toNanos();
    while (!running.isEmpty() && System.nanoTime() < until) {
      try {
        Thread.sleep(STEP);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
