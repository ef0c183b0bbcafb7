package luotuo.server.api;

import java.util.List;
import luotuo.app.GroupAsking;
import luotuo.app.Remembers;
import luotuo.app.Sentences;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.app.shape.GroupLineShape;
import luotuo.chat.Group;
import luotuo.chat.GroupExport;
import luotuo.chat.GroupLine;
import luotuo.chat.GroupSummary;
import luotuo.job.Failure;
import luotuo.persona.Persona;
import luotuo.server.api.Work.Telling;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;
import luotuo.server.metrics.Metrics;
import luotuo.server.metrics.ReplyClock;

/// Talks among several: begun, listed, joined, left to themselves, removed.
final class GroupRoutes {
  private static final int LONG = 100_000;
  private static final int NAME = 200;
  private static final int TOPIC = 2000;
  private static final int LEAST = 2;
  private static final int MOST = 8;
  private static final int MOST_TURNS = 100;

  private final Studio studio;
  private final Wanted wanted;
  private final Metrics metrics;

  GroupRoutes(Studio studio, Speaking speaking, Metrics metrics) {
    this.studio = studio;
    this.wanted = new Wanted(studio, speaking);
    this.metrics = metrics;
  }

  void add(Routes routes) {
    routes
        .post("/groups", this::begin)
        .get("/groups", this::list)
        .get("/groups/{id}", exchange -> show(exchange, 200, id(exchange)))
        .delete("/groups/{id}", this::remove)
        .get("/groups/{id}/export", this::export)
        .post("/groups/{id}/lines", this::say)
        .post("/groups/{id}/go", this::go);
  }

  private void begin(Exchange exchange) {
    Body body = Body.of(exchange, "personas", "topic");
    List<String> names =
        body.texts("personas", NAME).orElseThrow(() -> Failure.of("server.required", "personas"));
    List<String> personas =
        names.stream().map(name -> studio.persona(name).name()).distinct().toList();
    if (personas.size() < LEAST || personas.size() > MOST) {
      throw Failure.of("group.size", LEAST, MOST, personas.size());
    }
    String topic = body.text("topic", TOPIC).map(String::strip).orElse("");
    show(exchange, 201, studio.groups().start(personas, topic));
  }

  private void list(Exchange exchange) {
    Paging paging = Paging.of(exchange);
    List<GroupShape.Item> items =
        studio.groups().list(paging.limit(), paging.offset()).stream()
            .map(GroupShape.Item::of)
            .toList();
    exchange.json(
        new Paging.Part<>(items, paging.offset(), paging.limit(), studio.groups().count()));
  }

  private void show(Exchange exchange, int status, long id) {
    exchange.json(status, GroupShape.of(studio.groups(), id));
  }

  private void remove(Exchange exchange) {
    studio.groups().remove(id(exchange));
    exchange.empty(204);
  }

  private void export(Exchange exchange) {
    GroupSummary talk = studio.groups().summary(id(exchange));
    List<GroupLine> lines = studio.groups().lines(talk.id());
    String nobody = Sentences.in(exchange.language()).of("export.you");
    Downloads.talk(
        exchange,
        GroupExport.name(talk),
        () -> GroupExport.markdown(talk, lines, nobody),
        () -> GroupExport.jsonLines(talk, lines));
  }

  /// How a talk goes on.
  @FunctionalInterface
  private interface Course {
    void go(Talking talking);
  }

  private void say(Exchange exchange) {
    Body body =
        Body.of(exchange, "text", "as", "to", "until", "present", "model", "sampling", "noMemory");
    String text = body.need("text", LONG);
    List<String> to = body.texts("to", NAME).orElse(List.of());
    speak(
        exchange,
        body,
        talking -> {
          talking.told(talking.group().say(text, talking.asking().asker(), to));
          talking.group().round(talking::speak);
        });
  }

  private void go(Exchange exchange) {
    Body body = Body.of(exchange, "turns", "until", "present", "model", "sampling", "noMemory");
    int turns = (int) body.whole("turns", 1, MOST_TURNS).orElse(1);
    speak(exchange, body, talking -> talking.group().run(turns, talking::speak));
  }

  private void speak(Exchange exchange, Body body, Course course) {
    long id = id(exchange);
    studio.groups().summary(id);
    Speaking how = wanted.speaking(body, "");
    Remembers remembers = body.flag("noMemory") ? Remembers.NOTHING : Remembers.BY_RULE;
    Work.answer(
        exchange,
        "lines",
        telling -> {
          List<Persona> personas =
              studio.groups().summary(id).members().stream().map(studio::persona).toList();
          GroupAsking asking = asking(personas, body);
          personas.forEach(p -> studio.memory(p, Steps.of(telling, exchange.language())));
          ReplyClock clock = metrics.reply();
          Group group = studio.group(id, how, remembers, Spoken.waiting(telling, clock));
          int before = group.lines().size();
          course.go(new Talking(group, asking, telling, clock));
          List<GroupLine> lines = group.lines();
          return GroupShape.Lines.of(lines.subList(before, lines.size()));
        });
  }

  private static GroupAsking asking(List<Persona> personas, Body body) {
    return GroupAsking.of(
        personas,
        body.text("as", NAME).map(String::strip).orElse(""),
        body.text("until", NAME).filter(scene -> !scene.isEmpty()),
        body.texts("present", NAME).orElse(List.of()));
  }

  record Name(String name) {}

  /// A talk that goes on while somebody is told of it.
  private record Talking(Group group, GroupAsking asking, Telling telling, ReplyClock clock) {
    void speak(String name) {
      telling.tell("speaker", new Name(name));
      told(
          group.speak(
              name,
              asking.question(name),
              piece -> {
                clock.speaks();
                Spoken.tell(piece, telling);
              }));
    }

    void told(GroupLine line) {
      telling.tell("line", GroupLineShape.of(line));
    }
  }

  private static long id(Exchange exchange) {
    String id = exchange.parameter("id");
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw Failure.of("group.missing", id);
    }
  }
}
