package luotuo.server.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luotuo.app.Studio;
import luotuo.model.Sampling;
import luotuo.persona.Persona;
import luotuo.server.http.Exchange;
import luotuo.server.http.Handler;
import luotuo.server.http.Watch;
import luotuo.server.openai.Ids.Meant;

/// `POST /v1/chat/completions`: a persona replies.
final class ChatCompletions implements Handler {
  private final Studio studio;
  private final Ids ids;
  private final Serving serving;

  ChatCompletions(Studio studio, Ids ids, Serving serving) {
    this.studio = studio;
    this.ids = ids;
    this.serving = serving;
  }

  @Override
  public void handle(Exchange exchange) {
    Given given = new Given(exchange.object());
    Call call = Call.of(given, serving.speaking().sampling());
    Meant meant = ids.meant(call.model());
    Heading heading = Heading.of(call);
    try (Watch _ = exchange.watch()) {
      Telling telling =
          call.stream()
              ? new Chunks(exchange.events(), call, heading)
              : new Whole(exchange, call, heading);
      answer(call, meant, telling);
    }
  }

  private void answer(Call call, Meant meant, Telling telling) {
    Dialogue dialogue = Dialogue.of(call.messages(), meant.persona());
    Persona persona = serving.wishes().heeded(meant.persona(), dialogue.wishes());
    Speaker speaker = new Speaker(studio, persona, meant.speaking(), dialogue);
    Optional<Chore> chore = Chore.of(call.messages());
    List<Said> all = new ArrayList<>();
    for (int i = 0; i < call.replies(); i++) {
      int reply = i;
      Sampling sampling = call.sampling(reply);
      Said said =
          chore
              .map(task -> speaker.say(task, sampling, reply, telling))
              .orElseGet(() -> speaker.say(sampling, reply, telling));
      telling.end(reply, said);
      all.add(said);
    }
    telling.done(all);
  }
}
