package luotuo.server.api;

import java.util.List;
import java.util.Locale;
import luotuo.app.Asking;
import luotuo.app.Studio;
import luotuo.app.shape.RecallShape;
import luotuo.app.shape.SceneShape;
import luotuo.corpus.Scene;
import luotuo.job.Failure;
import luotuo.memory.Query;
import luotuo.memory.Recall;
import luotuo.persona.Persona;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;

/// What a persona remembers, and what of it comes to mind.
final class SceneRoutes {
  private static final int LONG = 10_000;
  private static final int NAME = 200;
  private static final int RECALLS = 5;
  private static final int MOST_RECALLS = 100;
  private static final int OPENING = 120;

  private final Studio studio;

  SceneRoutes(Studio studio) {
    this.studio = studio;
  }

  void add(Routes routes) {
    routes
        .get("/personas/{name}/scenes", this::list)
        .get("/personas/{name}/scenes/{scene}", this::show)
        .post("/personas/{name}/recall", this::recall);
  }

  /// A scene in a list, as JSON.
  ///
  /// @param turns how many
  /// @param opening its first words
  record Item(String scene, int order, String file, int line, int turns, String opening) {
    static Item of(Scene scene) {
      String first = scene.turns().getFirst().text();
      int end =
          first.length() > OPENING ? first.offsetByCodePoints(0, OPENING / 2) : first.length();
      return new Item(
          scene.id(),
          scene.order(),
          scene.source().file(),
          scene.source().line(),
          scene.turns().size(),
          first.substring(0, end));
    }
  }

  private void list(Exchange exchange) {
    String query = exchange.query("query").orElse("").strip().toLowerCase(Locale.ROOT);
    List<Scene> scenes =
        persona(exchange).scenes().stream().filter(scene -> holds(scene, query)).toList();
    exchange.json(Paging.of(exchange).of(scenes, Item::of));
  }

  private static boolean holds(Scene scene, String query) {
    return query.isEmpty()
        || scene.turns().stream()
            .anyMatch(turn -> turn.text().toLowerCase(Locale.ROOT).contains(query));
  }

  private void show(Exchange exchange) {
    Persona persona = persona(exchange);
    String id = exchange.parameter("scene");
    exchange.json(
        persona.scenes().stream()
            .filter(scene -> scene.id().equals(id))
            .findFirst()
            .map(SceneShape::of)
            .orElseThrow(() -> Failure.of("scene.nowhere", id, persona.name())));
  }

  private void recall(Exchange exchange) {
    Body body = Body.of(exchange, "query", "limit", "until", "present");
    String text = body.need("query", LONG);
    int limit = (int) body.whole("limit", 1, MOST_RECALLS).orElse(RECALLS);
    Persona persona = persona(exchange);
    Asking asking =
        Asking.of(
            persona,
            "",
            body.text("until", NAME).filter(scene -> !scene.isEmpty()),
            body.texts("present", NAME).orElse(List.of()));
    Query query = new Query(text, limit, asking.until(), asking.present());
    List<Recall> recalls = studio.memory(persona).scenes(query);
    exchange.json(RecallShape.of(text, recalls.stream().filter(r -> r.score() > 0).toList()));
  }

  private Persona persona(Exchange exchange) {
    return studio.persona(exchange.parameter("name"));
  }
}
