package luotuo.server.api;

import java.util.List;
import luotuo.app.Sentences;
import luotuo.app.Studio;
import luotuo.app.shape.CheckShape;
import luotuo.app.shape.FoundShape;
import luotuo.app.shape.PersonaShape;
import luotuo.persona.Found;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.PersonaChanges;
import luotuo.persona.PersonaZip;
import luotuo.persona.Scope;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;
import luotuo.store.FolderName;

/// Who is there: listed, shown, changed, checked, taken along, removed.
final class PersonaRoutes {
  private static final int NAME = 200;
  private static final int LONG = 100_000;

  private final Studio studio;

  PersonaRoutes(Studio studio) {
    this.studio = studio;
  }

  void add(Routes routes) {
    routes
        .get("/personas", this::list)
        .get("/personas/{name}", exchange -> show(exchange, exchange.parameter("name")))
        .patch("/personas/{name}", this::change)
        .delete("/personas/{name}", this::remove)
        .get("/personas/{name}/export", this::export)
        .post("/personas/{name}/check", this::check);
  }

  private void list(Exchange exchange) {
    String query = exchange.query("query").orElse("").strip();
    List<Found> all = studio.personas().list();
    List<Found> found = all.stream().filter(one -> one.matches(query)).toList();
    Sentences sentences = Sentences.in(exchange.language());
    exchange.json(Paging.of(exchange).of(found, one -> FoundShape.of(one, sentences)));
  }

  private void show(Exchange exchange, String name) {
    Found found = studio.personas().named(name);
    exchange.json(PersonaShape.of(studio.persona(name), found));
  }

  private void change(Exchange exchange) {
    Body body =
        Body.of(
            exchange,
            "aliases",
            "profile",
            "instructions",
            "greeting",
            "questions",
            "outOfScope",
            "scope",
            "language");
    PersonaChanges changes =
        new PersonaChanges(
            body.texts("aliases", NAME),
            body.text("profile", LONG),
            body.text("instructions", LONG),
            body.text("greeting", LONG),
            body.texts("questions", LONG),
            body.texts("outOfScope", LONG),
            body.choice("scope", Scope.class),
            body.choice("language", Language.class));
    show(exchange, studio.workshop().change(exchange.parameter("name"), changes).name());
  }

  private void remove(Exchange exchange) {
    studio.workshop().remove(exchange.parameter("name"));
    exchange.empty(204);
  }

  private void export(Exchange exchange) {
    Found found = studio.personas().named(exchange.parameter("name"));
    try (PersonaZip zip = PersonaZip.of(found.path(), studio.workspace().scratch())) {
      Downloads.named(exchange, FolderName.of(found.name()) + ".zip");
      exchange.stream("application/zip", zip::write);
    }
  }

  private void check(Exchange exchange) {
    Body.of(exchange);
    Persona persona = studio.persona(exchange.parameter("name"));
    Work.answer(
        exchange,
        "check",
        telling ->
            CheckShape.of(
                persona,
                studio.workshop().check(persona, "", Steps.of(telling, exchange.language()))));
  }
}
