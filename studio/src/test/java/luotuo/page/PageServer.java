package luotuo.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import luotuo.app.Defaults;
import luotuo.app.Settings;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.job.Progress;
import luotuo.persona.ImportRequest;
import luotuo.server.Server;
import luotuo.server.http.HttpSettings;
import luotuo.server.openai.ClientSystem;
import luotuo.server.openai.Serving;
import luotuo.store.Workspace;

/// The whole program behind the page, in a workspace of its own where [Zhou] lives, on a port that
/// is free.
final class PageServer implements AutoCloseable {
  private final Studio studio;
  private final Server server;
  private final HttpClient client = HttpClient.newHttpClient();

  /// @param folder an empty one
  PageServer(Path folder) {
    Path program = Path.of(System.getProperty("luotuo.root"));
    Settings settings = new Settings(new Workspace(folder), program, folder, "zh");
    this.studio = new Studio(settings, Progress.SILENT);
    studio
        .workshop()
        .importFrom(Zhou.file(folder).toString(), ImportRequest.plain().withName(Zhou.NAME));
    this.server =
        Server.start(
            studio,
            HttpSettings.local("zh").withGrace(Duration.ofSeconds(1)),
            new Serving(Speaking.DEFAULT, ClientSystem.ADD));
  }

  /// With a slash at the end.
  String address() {
    return "http://127.0.0.1:" + server.port() + "/";
  }

  /// From now on characters speak with the script in this file.
  void letSpeak(Path script) {
    letSpeak(Optional.of("scripted:" + script));
  }

  void letSpeakOwnLines() {
    letSpeak(Optional.empty());
  }

  private void letSpeak(Optional<String> model) {
    Workspace workspace = studio.workspace();
    Defaults.of(workspace).withModel(model).write(workspace);
  }

  /// Asks what the page would ask.
  ///
  /// @param path after `api/`
  /// @return status and body
  HttpResponse<String> ask(String method, String path, String json) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(address() + "api/" + path))
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(json))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  @Override
  public void close() {
    server.close();
    studio.close();
  }
}
