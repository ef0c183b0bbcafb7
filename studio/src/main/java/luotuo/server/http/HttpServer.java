package luotuo.server.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.Method;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.server.http.Routes.Route;

/// Listens, and has each request answered by its route.
public final class HttpServer implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 4096;

  private final HttpSettings settings;
  private final Answering answering;
  private final WebServer server;
  private final Thread rounds;

  private HttpServer(HttpSettings settings, Answering answering, WebServer server, Thread rounds) {
    this.settings = settings;
    this.answering = answering;
    this.server = server;
    this.rounds = rounds;
  }

  /// @param routes the ones under `/` last
  /// @param unforeseen told of what should not have happened; the client is not
  /// @throws Failure `server.host.unknown`, `server.port`
  public static HttpServer start(
      HttpSettings settings,
      List<Routes> routes,
      Observer observer,
      Consumer<Throwable> unforeseen) {
    FewServices.use();
    Answering answering = new Answering(settings, routes, observer, unforeseen);
    Connections connections = new Connections(settings.patience());
    WebServer server =
        WebServer.builder()
            .address(address(settings.host()))
            .port(settings.port())
            .protocolsDiscoverServices(false)
            .featuresDiscoverServices(false)
            .addConnectionSelector(connections)
            .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
            .useNio(false)
            .maxTcpConnections(MOST_CONNECTIONS)
            .writeBufferSize(0)
            .errorHandling(ErrorHandling.builder().includeEntity(false).build())
            .shutdownHook(false)
            .routing(routing(routes, answering))
            .build();
    server.start();
    if (!server.isRunning()) {
      throw Failure.of("server.port", settings.host(), settings.port());
    }
    answering.at(server.port());
    return new HttpServer(settings, answering, server, connections.startRounds());
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new Failure(Problem.of("server.host.unknown", host), e);
    }
  }

  private static HttpRouting.Builder routing(List<Routes> routes, Answering answering) {
    List<Route> all = routes.stream().flatMap(some -> some.all().stream()).toList();
    HttpRouting.Builder routing = HttpRouting.builder();
    all.stream().filter(route -> !isForAll(route)).forEach(route -> add(route, routing, answering));
    for (Route refusal : refusals(all)) {
      routing.any(
          refusal.path(), (request, response) -> answering.answer(request, response, refusal));
    }
    all.stream().filter(HttpServer::isForAll).forEach(route -> add(route, routing, answering));
    return routing.any(
        (request, response) -> answering.answer(request, response, Answering.NOWHERE));
  }

  private static void add(Route route, HttpRouting.Builder routing, Answering answering) {
    routing.route(
        Method.create(route.method()),
        route.path(),
        (request, response) -> answering.answer(request, response, route));
  }

  /// Whether its path is any at all that has no route of its own.
  private static boolean isForAll(Route route) {
    return route.path().startsWith("/{+");
  }

  /// What is said to other methods than those that a path has.
  private static List<Route> refusals(List<Route> routes) {
    Map<String, List<String>> methods = new TreeMap<>();
    routes.stream()
        .filter(route -> !isForAll(route))
        .forEach(
            route ->
                methods.computeIfAbsent(route.path(), _ -> new ArrayList<>()).add(route.method()));
    return methods.entrySet().stream()
        .map(entry -> Answering.refusal(entry.getKey(), String.join(", ", entry.getValue())))
        .toList();
  }

  public int port() {
    return server.port();
  }

  /// Whether a server at this host is reached from this machine alone.
  public static boolean isLocal(String host) {
    return Guard.isLoopback(host);
  }

  /// Lets running replies end for a while, tells those that are left, and ends.
  @Override
  public void close() {
    answering.finish(settings.grace());
    server.stop();
    rounds.interrupt();
  }
}
