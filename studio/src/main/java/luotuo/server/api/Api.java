package luotuo.server.api;

import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.app.Uploads;
import luotuo.server.http.ErrorForm;
import luotuo.server.http.HttpSettings;
import luotuo.server.http.Routes;
import luotuo.server.metrics.Metrics;

/// Everything under `/api`.
public final class Api implements AutoCloseable {
  private final Studio studio;
  private final HttpSettings settings;
  private final Speaking speaking;
  private final Metrics metrics;
  private final Uploads uploads;

  /// @param studio stays open when this is closed
  /// @param speaking what holds where a request says nothing
  public Api(Studio studio, HttpSettings settings, Speaking speaking, Metrics metrics) {
    this.studio = studio;
    this.settings = settings;
    this.speaking = speaking;
    this.metrics = metrics;
    this.uploads = new Uploads(studio.workspace());
  }

  public Routes routes() {
    Routes routes = new Routes("/api", ErrorForm.PLAIN);
    new PersonaRoutes(studio).add(routes);
    new PortraitRoutes(studio).add(routes);
    new SceneRoutes(studio).add(routes);
    new UploadRoutes(studio, uploads).add(routes);
    Prompts prompts = new Prompts();
    new ConversationRoutes(studio, prompts).add(routes);
    new TurnRoutes(studio, speaking, prompts, metrics).add(routes);
    new GroupRoutes(studio, speaking, metrics).add(routes);
    new MemoryRoutes(studio).add(routes);
    new ModelRoutes(studio, speaking).add(routes);
    new EndpointRoutes(studio, speaking).add(routes);
    new UseRoutes(studio, settings).add(routes);
    new Docs().add(routes);
    return routes;
  }

  /// What was uploaded and not imported goes.
  @Override
  public void close() {
    uploads.close();
  }
}
