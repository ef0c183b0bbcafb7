package luotuo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import luotuo.app.HashedModels;
import luotuo.app.Settings;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.job.Progress;
import luotuo.json.Json;
import luotuo.model.Sampling;
import luotuo.persona.ImportRequest;
import luotuo.server.http.HttpSettings;
import luotuo.server.openai.ClientSystem;
import luotuo.server.openai.Serving;
import luotuo.store.Workspace;

/// A server on a port of its own with one persona, 阿远, and models that load nothing.
public final class Served implements AutoCloseable {
  public static final String PERSONA = "阿远";

  private static final String TRANSCRIPT =
      """
      提问人:你小时候住在哪里？
      阿远:我小时候住在河边的木屋里。

      同学:你养过什么动物？
      阿远:我养过一只叫阿黄的狗。

      老师:你最喜欢哪个季节？
      阿远:秋天，桂花开的时候。
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Studio studio;
  private final Server server;

  private Served(Studio studio, Server server) {
    this.studio = studio;
    this.server = server;
  }

  /// @param model that speaks where none is named
  public static Served with(Path folder, String model) {
    return with(folder, Speaking.DEFAULT.withModel(model), ClientSystem.ADD);
  }

  public static Served with(Path folder, Speaking speaking, ClientSystem system) {
    Settings settings =
        new Settings(
            new Workspace(folder.resolve("home")),
            folder,
            folder,
            "en",
            Map.of("LUOTUO_PATIENCE", "2"));
    Studio studio = new Studio(settings, Progress.SILENT, new HashedModels());
    try {
      Files.writeString(folder.resolve("a.txt"), TRANSCRIPT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    studio.workshop().importFrom("a.txt", ImportRequest.plain().withName(PERSONA));
    HttpSettings local = HttpSettings.local("en").withGrace(Duration.ofMillis(300));
    return new Served(studio, Server.start(studio, local, new Serving(speaking, system)));
  }

  public static Speaking speaking(String model) {
    return Speaking.DEFAULT.withModel(model).withSampling(Sampling.GREEDY);
  }

  /// What the workspace remembers of the user's choices.
  public static void remember(Path folder, String settings) {
    try {
      Files.createDirectories(folder.resolve("home"));
      Files.writeString(folder.resolve("home/settings.yaml"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Studio studio() {
    return studio;
  }

  public int port() {
    return server.port();
  }

  public String base() {
    return "http://127.0.0.1:" + server.port();
  }

  public HttpClient client() {
    return client;
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base() + path));
  }

  public HttpRequest post(String path, Object body) {
    String json = body instanceof String text ? text : Json.write(body);
    return request(path).POST(BodyPublishers.ofString(json)).build();
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  /// The completion of a chat.
  public HttpResponse<String> chat(Map<String, Object> body) {
    return send(post("/v1/chat/completions", body));
  }

  /// What a stream says, event by event, without comments.
  public List<String> events(Map<String, Object> body) {
    try (Stream<String> lines =
        client.send(post("/v1/chat/completions", body), BodyHandlers.ofLines()).body()) {
      return lines
          .filter(line -> line.startsWith("data: "))
          .map(line -> line.substring("data: ".length()))
          .toList();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
    studio.close();
    client.close();
  }
}
