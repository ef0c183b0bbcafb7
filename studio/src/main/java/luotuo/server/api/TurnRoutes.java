package luotuo.server.api;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import luotuo.app.Asking;
import luotuo.app.ModelChoice;
import luotuo.app.Remembers;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.app.Talk;
import luotuo.job.Failure;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.persona.Persona;
import luotuo.server.api.Work.Telling;
import luotuo.server.http.Exchange;
import luotuo.server.http.Routes;
import luotuo.server.metrics.Metrics;
import luotuo.server.metrics.ReplyClock;

/// What makes a persona speak: words said to it, another reply, other words in the place of some.
final class TurnRoutes {
  private static final int LONG = 100_000;
  private static final int NAME = 200;
  private static final int MODEL = 2000;

  private final Studio studio;
  private final Speaking speaking;
  private final Prompts prompts;
  private final Metrics metrics;

  TurnRoutes(Studio studio, Speaking speaking, Prompts prompts, Metrics metrics) {
    this.studio = studio;
    this.speaking = speaking;
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

  record Position(int position) {}

  record Words(String text) {}

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
    Speaking how = speaking(id, body);
    Remembers remembers = body.flag("noMemory") ? Remembers.NOTHING : Remembers.BY_RULE;
    Work.answer(
        exchange,
        "turn",
        telling -> {
          Persona persona = studio.persona(studio.conversations().summary(id).persona());
          studio.memory(persona, Steps.of(telling, exchange.language()));
          ReplyClock clock = metrics.reply();
          Talk talk = studio.talk(id, how, remembers, waiting(telling, clock));
          speech.speak(
              talk,
              piece -> {
                clock.speaks();
                tell(piece, telling);
              });
          clock.done(talk.last().reply().usage());
          talk.prompt().ifPresent(prompt -> prompts.keep(talk.last().id(), prompt));
          return ConversationShape.Turn.of(talk.last(), studio.conversations().forks(id));
        });
  }

  /// Who does not have to wait is told no place in the line.
  private static IntConsumer waiting(Telling telling, ReplyClock clock) {
    boolean[] waited = new boolean[1];
    return position -> {
      clock.waits(position);
      waited[0] |= position > 0;
      if (waited[0]) {
        telling.tell("queue", new Position(position));
      }
    };
  }

  private static void tell(Piece piece, Telling telling) {
    switch (piece) {
      case Piece.Said said -> telling.tell("piece", new Words(said.text()));
      case Piece.Thought thought -> telling.tell("thought", new Words(thought.text()));
    }
  }

  /// The turn's model, or else the one that the conversation was begun with.
  private Speaking speaking(String id, Body body) {
    String begunWith = studio.conversations().summary(id).model();
    String asked = body.text("model", MODEL).map(String::strip).orElse("");
    Optional<String> model = new ModelChoice(studio.settings()).speaking(List.of(asked, begunWith));
    Speaking how = model.map(speaking::withModel).orElse(speaking);
    return how.withSampling(sampling(body, studio.sampling(how)));
  }

  private static OptionalLong seed(Body given, Sampling otherwise) {
    OptionalLong seed = given.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE);
    return seed.isPresent() ? seed : otherwise.seed();
  }

  private static Sampling sampling(Body body, Sampling plain) {
    Body given =
        body.object(
            "sampling",
            "temperature",
            "topP",
            "topK",
            "minP",
            "repeatPenalty",
            "frequencyPenalty",
            "presencePenalty",
            "seed",
            "maximum");
    try {
      return new Sampling(
          given.number("temperature").orElse(plain.temperature()),
          given.number("topP").orElse(plain.topP()),
          (int) given.whole("topK", 0, Integer.MAX_VALUE).orElse(plain.topK()),
          given.number("minP").orElse(plain.minP()),
          given.number("repeatPenalty").orElse(plain.repeatPenalty()),
          given.number("frequencyPenalty").orElse(plain.frequencyPenalty()),
          given.number("presencePenalty").orElse(plain.presencePenalty()),
          seed(given, plain),
          plain.stops(),
          (int) given.whole("maximum", 1, Integer.MAX_VALUE).orElse(plain.maximum()));
    } catch (IllegalArgumentException e) {
      throw Failure.of("sampling.range", String.valueOf(e.getMessage()));
    }
  }
}
