package luotuo.server.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import luotuo.app.Studio;
import luotuo.chat.Summaries;
import luotuo.model.ChatModel;
import luotuo.model.Sampling;
import luotuo.persona.Persona;
import luotuo.server.http.Exchange;
import luotuo.server.http.Handler;
import luotuo.server.http.Watch;
import luotuo.server.metrics.Metrics;
import luotuo.server.openai.Ids.Meant;

/// `POST /v1/chat/completions`: a persona replies.
final class ChatCompletions implements Handler {
  private final Studio studio;
  private final Ids ids;
  private final Serving serving;
  private final Metrics metrics;
  private final Summaries summaries = new ClientSummaries();

  ChatCompletions(Studio studio, Ids ids, Serving serving, Metrics metrics) {
    this.studio = studio;
    this.ids = ids;
    this.serving = serving;
    this.metrics = metrics;
  }

  @Override
  public void handle(Exchange exchange) {
    Given given = new Given(exchange.object());
    Meant meant = ids.meant(given.text("model").orElse(""));
    Call call = Call.of(given, studio.sampling(meant.speaking()));
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
    Speaker speaker = speaker(call, meant);
    int most = most(meant);
    List<Said> all = new ArrayList<>();
    for (int reply = 0; reply < call.replies(); reply++) {
      Sampling sampling = call.sampling(reply);
      Sampling fitting = sampling.maximum() > most ? sampling.withMaximum(most) : sampling;
      Telling timed = new Timed(telling, metrics.reply());
      Said said = speaker.say(fitting, reply, timed);
      timed.end(reply, said);
      all.add(said);
    }
    telling.done(all);
  }

  private Speaker speaker(Call call, Meant meant) {
    Optional<Chore> chore = Chore.of(call.messages());
    if (chore.isPresent()) {
      return new ChoreSpeaker(studio, meant.persona(), meant.speaking(), chore.get());
    }
    Dialogue dialogue = Dialogue.of(call.messages(), meant.persona());
    Persona persona = serving.system().heeded(meant.persona(), dialogue.wishes());
    return new PersonaSpeaker(studio, summaries, persona, meant.speaking(), dialogue);
  }

  /// A reply may have half of what the model holds; the rest is for the prompt.
  private int most(Meant meant) {
    return studio.model(meant.speaking(), _ -> {}).map(ChatModel::context).orElse(Integer.MAX_VALUE)
        / 2;
  }
}
