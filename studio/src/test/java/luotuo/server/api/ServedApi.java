package luotuo.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import luotuo.app.HashedModels;
import luotuo.app.Settings;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.job.Progress;
import luotuo.json.Json;
import luotuo.server.Server;
import luotuo.server.http.HttpSettings;
import luotuo.server.openai.ClientSystem;
import luotuo.server.openai.Serving;
import luotuo.store.Workspace;
import org.jspecify.annotations.Nullable;

/// A running server in a folder of its own, with a character that ships, and somebody who asks it.
final class ServedApi implements AutoCloseable {
  static final String TRANSCRIPT =
      """
      提问人:你小时候住在哪里？
      阿远:我小时候住在河边的木屋里。

      同学:你养过什么动物？
      阿远:我养过一只叫阿黄的狗。

      老师:你最喜欢哪个季节？
      阿远:秋天，桂花开的时候。
      """;

  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Studio studio;
  private final Server server;

  private ServedApi(Path folder, Map<String, String> environment) {
    this.folder = folder;
    ship();
    Settings settings =
        new Settings(new Workspace(home()), folder.resolve("program"), folder, "en", environment);
    this.studio = new Studio(settings, Progress.SILENT, new HashedModels());
    this.server =
        Server.start(
            studio,
            HttpSettings.local("en").withGrace(Duration.ofMillis(200)),
            new Serving(Speaking.DEFAULT, ClientSystem.ADD));
  }

  static ServedApi in(Path folder) {
    return new ServedApi(folder, Map.of());
  }

  static ServedApi in(Path folder, Map<String, String> environment) {
    return new ServedApi(folder, environment);
  }

  private void ship() {
    having("program/personas/阿远/texts/河.txt", "提问人:「你小时候住在哪里？」\n阿远:「我小时候住在河边的木屋里。」\n");
    having("program/personas/阿远/texts/狗.txt", "同学:「你养过什么动物？」\n阿远:「我养过一只叫阿黄的狗。」\n");
    having("program/personas/阿远/texts/秋.txt", "老师:「你最喜欢哪个季节？」\n阿远:「秋天，桂花开的时候。」\n旁白:老师点了点头。\n");
    having(
        "program/personas/阿远/persona.yaml",
        "name: 阿远\nlanguage: zh\nscope: facts\ngreeting: 你好，我是阿远。\n");
  }

  Path home() {
    return folder.resolve("home");
  }

  Studio studio() {
    return studio;
  }

  /// Writes a file into the folder that everything lies in.
  ServedApi having(String file, String text) {
    try {
      Path at = folder.resolve(file);
      Files.createDirectories(at.getParent());
      Files.writeString(at, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A part of a path, or a value in a query.
  static String part(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + "/api/" + path);
  }

  /// What came back.
  record Answer(int status, String type, byte[] bytes, HttpResponse<?> response) {
    String text() {
      return new String(bytes, UTF_8);
    }

    Told json() {
      return new Told(Json.read(text(), Object.class));
    }

    /// The key of the error.
    String error() {
      if (json().text("error", "message").isBlank()) {
        throw new AssertionError("an error without a sentence: " + text());
      }
      return status + " " + json().text("error", "key");
    }

    /// The one thing that came, where all was well.
    Told well() {
      if (status / 100 != 2) {
        throw new AssertionError(status + " " + text());
      }
      return json();
    }
  }

  /// JSON, looked into by names and places.
  record Told(Object value) {
    Told at(Object... way) {
      Object at = value;
      for (Object step : way) {
        at =
            step instanceof Integer index ? ((List<?>) at).get(index) : field((Map<?, ?>) at, step);
      }
      return new Told(at);
    }

    private static Object field(Map<?, ?> fields, Object key) {
      if (!fields.containsKey(key)) {
        throw new AssertionError("no " + key + " in " + fields);
      }
      return fields.get(key);
    }

    String text(Object... way) {
      return (String) at(way).value;
    }

    int number(Object... way) {
      return ((Number) at(way).value).intValue();
    }

    boolean is(Object... way) {
      return (boolean) at(way).value;
    }

    List<Told> list(Object... way) {
      return ((List<?>) at(way).value).stream().map(Told::new).toList();
    }

    List<String> texts(Object... way) {
      return list(way).stream().map(item -> (String) item.value).toList();
    }

    /// This text of each of the objects in a list.
    List<String> each(String key, Object... way) {
      return list(way).stream().map(item -> item.text(key)).toList();
    }
  }

  Answer get(String path) {
    return ask("GET", path, null);
  }

  Answer post(String path, String json) {
    return ask("POST", path, json);
  }

  Answer ask(String method, String path, @Nullable String json) {
    return send(method, path, json == null ? null : json.getBytes(UTF_8), "*/*");
  }

  Answer put(String path, byte[] bytes) {
    return send("PUT", path, bytes, "*/*");
  }

  private Answer send(String method, String path, byte @Nullable [] body, String accept) {
    HttpResponse<byte[]> response =
        sent(request(method, path, body, accept), BodyHandlers.ofByteArray());
    String type = response.headers().firstValue("Content-Type").orElse("");
    return new Answer(response.statusCode(), type, response.body(), response);
  }

  private HttpRequest request(String method, String path, byte @Nullable [] body, String accept) {
    return HttpRequest.newBuilder(uri(path))
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
        .header("Accept", accept)
        .timeout(Duration.ofSeconds(60))
        .build();
  }

  private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// What happened on the way.
  record Event(String name, Told data) {}

  /// All events of a reply.
  List<Event> events(String path, String json) {
    Answer answer = send("POST", path, json.getBytes(UTF_8), "text/event-stream");
    if (answer.status() != 200 || !answer.type().startsWith("text/event-stream")) {
      throw new AssertionError(answer.status() + " " + answer.type() + " " + answer.text());
    }
    List<Event> events = new ArrayList<>();
    for (String block : answer.text().split("\n\n")) {
      if (!block.startsWith(":") && !block.isBlank()) {
        events.add(event(block));
      }
    }
    return events;
  }

  private static Event event(String block) {
    String[] lines = block.split("\n", 2);
    String data = lines[1].replaceFirst("data: ", "");
    return new Event(lines[0].replaceFirst("event: ", ""), new Told(Json.read(data, Object.class)));
  }

  /// A stream of events of which somebody has read the first bytes; closing it is going away.
  InputStream begun(String path, String json) {
    HttpRequest request = request("POST", path, json.getBytes(UTF_8), "text/event-stream");
    InputStream in = sent(request, BodyHandlers.ofInputStream()).body();
    try {
      if (in.read() < 0) {
        throw new AssertionError("nothing came");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return in;
  }

  @Override
  public void close() {
    client.close();
    server.close();
    studio.close();
  }
}
