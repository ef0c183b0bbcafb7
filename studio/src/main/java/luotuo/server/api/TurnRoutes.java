package luotuo.server.api;

import java.util.List;
import java.util.function.Consumer;
import luotuo.app.Asking;
import luotuo.app.Remembers;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.app.Talk;
import luotuo.job.Failure;
import luotuo.model.Piece;
import luotuo.persona.Persona;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;
import luotuo.server.metrics.Metrics;
import luotuo.server.metrics.ReplyClock;

/// What makes a persona speak: words said to it, another reply, other words in the place of some.
final class TurnRoutes {
  private static final int LONG = 100_000;
  private static final int NAME = 200;

  private final Studio studio;
  private final Wanted wanted;
  private final Prompts prompts;
  private final Metrics metrics;

  TurnRoutes(Studio studio, Speaking speaking, Prompts prompts, Metrics metrics) {
    this.studio = studio;
    this.wanted = new Wanted(studio, speaking);
    this.prompts = prompts;
    this.metrics = metrics;
  }

  void add(Routes routes) {
    routes
        .post("/conversations/{id}/turns", this::say)
        .post("/conversations/{id}/again", this::again)
        .post("/conversations/{id}/edit", this::edit);
  }

  /// How a turn comes about.
  @FunctionalInterface
  private interface Speech {
    void speak(Talk talk, Consumer<Piece> pieces);
  }

  private void say(Exchange exchange) {
    Body body =
        Body.of(exchange, "text", "as", "until", "present", "model", "sampling", "noMemory");
    String text = body.need("text", LONG);
    speak(
        exchange,
        body,
        (talk, pieces) -> talk.say(asking(talk.persona(), body).question(text), pieces));
  }

  private void again(Exchange exchange) {
    Body body = Body.of(exchange, "until", "present", "model", "sampling", "noMemory");
    speak(
        exchange,
        body,
        (talk, pieces) -> talk.again(asking(talk.persona(), body).question(""), pieces));
  }

  private void edit(Exchange exchange) {
    Body body =
        Body.of(
            exchange, "turn", "text", "as", "until", "present", "model", "sampling", "noMemory");
    String text = body.need("text", LONG);
    long turn =
        body.whole("turn", 1, Long.MAX_VALUE)
            .orElseThrow(() -> Failure.of("server.required", "turn"));
    speak(
        exchange,
        body,
        (talk, pieces) -> talk.editTurn(turn, asking(talk.persona(), body).question(text), pieces));
  }

  private static Asking asking(Persona persona, Body body) {
    return Asking.of(
        persona,
        body.text("as", NAME).map(String::strip).orElse(""),
        body.text("until", NAME).filter(scene -> !scene.isEmpty()),
        body.texts("present", NAME).orElse(List.of()));
  }

  private void speak(Exchange exchange, Body body, Speech speech) {
    String id = exchange.parameter("id");
    String begunWith = studio.conversations().summary(id).model();
    Speaking how = wanted.speaking(body, begunWith);
    Remembers remembers = body.flag("noMemory") ? Remembers.NOTHING : Remembers.BY_RULE;
    Work.answer(
        exchange,
        "turn",
        telling -> {
          Persona persona = studio.persona(studio.conversations().summary(id).persona());
          studio.memory(persona, Steps.of(telling, exchange.language()));
          ReplyClock clock = metrics.reply();
          Talk talk = studio.talk(id, how, remembers, Spoken.waiting(telling, clock));
          speech.speak(
              talk,
              piece -> {
                clock.speaks();
                Spoken.tell(piece, telling);
              });
          clock.done(talk.last().reply().usage());
          talk.prompt().ifPresent(prompt -> prompts.keep(talk.last().id(), prompt));
          return ConversationShape.Turn.of(talk.last(), studio.conversations().forks(id));
        });
  }
}
