package luotuo.server.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.app.Defaults;
import luotuo.app.ModelChoice;
import luotuo.app.ModelGlance;
import luotuo.app.Sentences;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.app.shape.ModelShape;
import luotuo.job.Failure;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;
import luotuo.store.Workspace;

/// The language models: what is here, what is to be had, and the one that speaks.
final class ModelRoutes {
  private static final int MODEL = 2000;

  private final Studio studio;
  private final Speaking speaking;

  /// @param speaking what holds where a request says nothing
  ModelRoutes(Studio studio, Speaking speaking) {
    this.studio = studio;
    this.speaking = speaking;
  }

  void add(Routes routes) {
    routes
        .get("/models", this::list)
        .get("/models/default", this::byDefault)
        .put("/models/default", this::choose)
        .post("/models/{name}/pull", this::pull)
        .delete("/models/{name}", this::remove);
  }

  /// @param model its name, or `own-lines`
  record Chosen(String model) {}

  /// A part of the list of models, and the servers behind this one.
  record Shelf(
      List<Map<String, Object>> items,
      int offset,
      int limit,
      int total,
      List<Endpoint> endpoints) {}

  /// @param name as the default is named
  record Endpoint(String name, String url, String model) {
    static Optional<Endpoint> of(String name) {
      int mark = name.indexOf('#');
      return name.contains("://") && mark > 0
          ? Optional.of(new Endpoint(name, name.substring(0, mark), name.substring(mark + 1)))
          : Optional.empty();
    }
  }

  private void list(Exchange exchange) {
    String used = used().orElse("");
    List<ModelGlance> models = studio.library().list();
    var part = Paging.of(exchange).of(models, model -> ModelShape.of(model, used));
    List<Endpoint> endpoints = Endpoint.of(used).stream().toList();
    exchange.json(new Shelf(part.items(), part.offset(), part.limit(), part.total(), endpoints));
  }

  private Optional<String> used() {
    return Defaults.of(studio.workspace()).model();
  }

  private void byDefault(Exchange exchange) {
    exchange.json(new Chosen(used().orElse(Speaking.OWN_LINES)));
  }

  private void choose(Exchange exchange) {
    String asked = Body.of(exchange, "model").need("model", MODEL);
    Optional<String> chosen =
        asked.equals(Speaking.OWN_LINES)
            ? Optional.empty()
            : Optional.of(new ModelChoice(studio.settings()).named(asked));
    Workspace workspace = studio.workspace();
    Defaults.of(workspace).withModel(chosen).write(workspace);
    byDefault(exchange);
  }

  private void pull(Exchange exchange) {
    Body body = Body.of(exchange, "accepted", "anew");
    boolean anew = body.flag("anew");
    ModelGlance model = studio.library().find(exchange.parameter("name"));
    boolean accepted = body.flag("accepted") || model.here().isPresent();
    if (model.licence().agreement() && !accepted) {
      throw Failure.of(
          "model.licence", model.name(), model.licence().name(), model.licence().page());
    }
    Work.answer(exchange, "model", telling -> pulled(exchange, model, anew, telling));
  }

  private Map<String, Object> pulled(
      Exchange exchange, ModelGlance model, boolean anew, Work.Telling telling) {
    Sentences sentences = Sentences.in(exchange.language());
    ModelGlance here =
        model.here().isPresent()
            ? model
            : studio
                .library()
                .pull(
                    model.name(),
                    anew,
                    Steps.ofBytes(telling, exchange.language()),
                    problem -> telling.tell("trouble", Map.of("message", sentences.of(problem))));
    Map<String, Object> shape = ModelShape.of(here, used().orElse(""));
    shape.put("pulled", model.here().isEmpty());
    return shape;
  }

  private void remove(Exchange exchange) {
    ModelGlance model = studio.library().find(exchange.parameter("name"));
    studio.release(speaking.withModel(model.name()));
    studio.library().remove(model.name());
    Defaults.forget(studio.workspace(), model.name());
    exchange.empty(204);
  }
}
