package luotuo.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Speaking;
import luotuo.server.Server;
import luotuo.server.http.HttpServer;
import luotuo.server.http.HttpSettings;
import luotuo.server.openai.ClientSystem;
import luotuo.server.openai.Serving;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Serves every character to any OpenAI client, and the page, until it is stopped.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--host", paramLabel = "HOST")
  String host = "127.0.0.1";

  @Option(names = "--port", paramLabel = "PORT")
  int port = 8421;

  @Option(names = "--token-file", paramLabel = "FILE")
  @Nullable String tokenFile;

  @Option(names = "--allow-host", paramLabel = "NAME")
  List<String> names = List.of();

  @Option(names = "--allow-origin", paramLabel = "URL")
  List<String> origins = List.of();

  @Option(names = "--client-system", paramLabel = "add|ignore|only")
  Heed clientSystem = Heed.add;

  @Option(names = "--grace", paramLabel = "SECONDS")
  int grace = 20;

  @Option(names = "--open", negatable = true)
  @Nullable Boolean open;

  @Option(names = "--model", paramLabel = "NAME|FILE|URL#MODEL", descriptionKey = "speaking.model")
  @Nullable String model;

  @Mixin CallOptions calls = new CallOptions();

  @Mixin RecordOptions records = new RecordOptions();

  ServeCommand(Session session) {
    this.session = session;
  }

  /// As they are typed.
  enum Heed {
    add,
    ignore,
    only
  }

  @Override
  public Integer call() {
    Optional<String> token = new ServeToken(session).find(tokenFile, !HttpServer.isLocal(host));
    Speaking speaking =
        records.speaking(session, Optional.ofNullable(model), calls.budget, calls.wishes(session));
    Serving serving = new Serving(speaking, clientSystem());
    try (Ending ending = new Ending()) {
      try (Server server = Server.start(session.studio(), settings(token), serving)) {
        greet(server.port(), token);
        ending.await();
      } finally {
        session.studio().enter("serve", "*", entry -> entry.withEffort(records.effort));
      }
    }
    return Program.DONE;
  }

  private HttpSettings settings(Optional<String> token) {
    return HttpSettings.local(session.settings().language())
        .at(host, port)
        .withNames(names)
        .withOrigins(origins)
        .withToken(token)
        .withGrace(Duration.ofSeconds(grace));
  }

  private ClientSystem clientSystem() {
    return switch (clientSystem) {
      case add -> ClientSystem.ADD;
      case ignore -> ClientSystem.IGNORE;
      case only -> ClientSystem.ONLY;
    };
  }

  /// What listens at every address is reached at this one from here.
  private String reachable() {
    return host.matches("0\\.0\\.0\\.0|::|0")
        ? "127.0.0.1"
        : host.contains(":") ? "[" + host + "]" : host;
  }

  private void greet(int at, Optional<String> token) {
    String address = "http://" + reachable() + ":" + at;
    String page = address + "/" + token.map(secret -> "?token=" + secret).orElse("");
    if (session.json()) {
      Map<String, Object> shape = new LinkedHashMap<>();
      shape.put("page", page);
      shape.put("openai", address + "/v1");
      shape.put("port", at);
      session.output().json(shape);
    } else {
      session.output().line(session.words("serve.page", page));
      session.output().line(session.words("serve.openai", address + "/v1"));
      session.output().dim(session.words("serve.stop"));
    }
    if (open == null ? session.isInteractive() : open) {
      new Browser(session.settings().environment()).open(page);
    }
  }
}
