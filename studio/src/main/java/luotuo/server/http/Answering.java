package luotuo.server.http;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import luotuo.app.Sentences;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.server.http.ErrorForm.Trouble;
import luotuo.server.http.Routes.Route;

/// Has requests answered, turns what handlers throw into errors, and ends well.
final class Answering {
  static final Route NOWHERE =
      new Route(
          "ANY",
          "other",
          exchange -> {
            throw Failure.of("server.nowhere", exchange.path());
          });

  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final Duration STEP = Duration.ofMillis(20);

  private final HttpSettings settings;
  private final List<Routes> routes;
  private final Observer observer;
  private final Consumer<Throwable> unforeseen;
  private final Guard guard;
  private final Map<Exchange, Thread> running = new ConcurrentHashMap<>();
  private volatile boolean stopping;
  private volatile int port;

  Answering(
      HttpSettings settings,
      List<Routes> routes,
      Observer observer,
      Consumer<Throwable> unforeseen) {
    this.settings = settings;
    this.observer = observer;
    this.routes = List.copyOf(routes);
    this.unforeseen = unforeseen;
    this.guard = new Guard(settings);
  }

  /// What is said where a path is there, but not for this method.
  ///
  /// @param methods that it is there for
  static Route refusal(String path, String methods) {
    return new Route(
        "ANY",
        path,
        exchange -> {
          exchange.with("Allow", methods);
          throw Failure.of("server.method", exchange.path(), exchange.method(), methods);
        });
  }

  /// @param port that the server listens at
  void at(int to) {
    port = to;
  }

  void answer(ServerRequest request, ServerResponse response, Route route) {
    long began = System.nanoTime();
    boolean last = true;
    try {
      Exchange exchange = new Exchange(request, response, settings.language());
      boolean there = answered(exchange, route);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      observer.answered(route.method(), route.path(), there ? exchange.status() : 0, took);
      if (!there) {
        throw new CloseConnectionException("the client has gone");
      }
      last = stopping || exchange.isLast();
    } finally {
      Inlet.CURRENT.get().answered(last);
    }
  }

  /// @return whether the client is still there
  private boolean answered(Exchange exchange, Route route) {
    running.put(exchange, Thread.currentThread());
    try {
      return tried(exchange, route.handler()) && exchange.end();
    } finally {
      running.remove(exchange);
      Thread.interrupted(); // whoever wanted to end the reply has come too late
    }
  }

  /// @return whether the client is still there
  private boolean tried(Exchange exchange, Handler handler) {
    try {
      admit(exchange, handler);
      return true;
    } catch (ClientGone e) {
      return false;
    } catch (Cancelled e) {
      return stopping && told(exchange, Problem.of("server.stopping"));
    } catch (Failure e) {
      return told(exchange, e.problem());
    } catch (RuntimeException | Error e) {
      unforeseen.accept(e);
      return told(exchange, Problem.of("server.failed"));
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

  private boolean told(Exchange exchange, Problem problem) {
    String sentence = Sentences.in(exchange.language()).of(problem);
    Trouble trouble = new Trouble(Statuses.of(problem.key()), problem, sentence);
    ErrorForm form = form(exchange.path());
    try {
      Optional<EventStream> begun = exchange.begun();
      if (begun.isPresent()) {
        form.tell(trouble, begun.get());
      } else if (!exchange.isSent()) {
        exchange.refuse(trouble.status(), form.shape(trouble));
      }
      return true;
    } catch (ClientGone e) {
      return false;
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
