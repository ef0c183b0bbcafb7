package luotuo.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import luotuo.app.Studio;
import luotuo.app.shape.MemoryOriginShape;
import luotuo.app.shape.MemoryShape;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.memory.Fact;
import luotuo.memory.Facts;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;

/// What personas remember of people.
final class MemoryRoutes {
  private static final int LONG = 2000;

  private final Studio studio;

  MemoryRoutes(Studio studio) {
    this.studio = studio;
  }

  void add(Routes routes) {
    routes
        .get("/memories", this::list)
        .get("/memories.jsonl", this::export)
        .get("/memories/{id}", exchange -> show(exchange, fact(exchange)))
        .put("/memories/{id}", this::edit)
        .delete("/memories/{id}", this::forget);
  }

  private void list(Exchange exchange) {
    boolean all = all(exchange);
    List<Fact> facts =
        asked(exchange).stream()
            .filter(fact -> all || !fact.outdated() && !fact.forgotten())
            .toList();
    exchange.json(Paging.of(exchange).of(facts, MemoryShape::of));
  }

  private static boolean all(Exchange exchange) {
    String all = exchange.query("all").orElse("false");
    return switch (all) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Failure.of("server.choice", "all", all, "true, false");
    };
  }

  /// By `?persona=`, and by `?person=`, which is empty for whoever gives no name.
  private List<Fact> asked(Exchange exchange) {
    Optional<String> persona = exchange.query("persona").filter(name -> !name.isEmpty());
    Optional<String> person = exchange.query("person");
    return studio.facts().all(persona.map(name -> studio.persona(name).name()).orElse("")).stream()
        .filter(fact -> person.isEmpty() || fact.whose().person().equals(person.get()))
        .toList();
  }

  private void export(Exchange exchange) {
    Facts facts = studio.facts();
    String lines =
        asked(exchange).stream()
            .map(f -> MemoryShape.of(f, facts.history(f.id()), facts.grounds(f.id())))
            .map(shape -> Json.write(shape) + "\n")
            .collect(Collectors.joining());
    Downloads.named(exchange, "memories.jsonl")
        .send(200, "application/jsonl; charset=utf-8", lines.getBytes(UTF_8));
  }

  private void show(Exchange exchange, Fact fact) {
    Facts facts = studio.facts();
    Fact.Origin origin = fact.origin();
    exchange.json(
        MemoryOriginShape.of(
            fact,
            facts.history(fact.id()),
            facts.grounds(fact.id()),
            studio.conversations().turn(origin.turn()),
            studio.groups().line(origin.group(), origin.number())));
  }

  private void edit(Exchange exchange) {
    String text = Body.of(exchange, "text").need("text", LONG);
    Fact before = fact(exchange);
    var remembrance = studio.remembrance(studio.persona(before.whose().persona()));
    show(exchange, remembrance.edit(before.id(), text, Instant.now()));
  }

  private void forget(Exchange exchange) {
    show(exchange, studio.facts().forget(fact(exchange).id(), Instant.now()));
  }

  private Fact fact(Exchange exchange) {
    String id = exchange.parameter("id");
    try {
      return studio.facts().fact(Long.parseLong(id));
    } catch (NumberFormatException e) {
      throw Failure.of("memory.unknown", id);
    }
  }
}
