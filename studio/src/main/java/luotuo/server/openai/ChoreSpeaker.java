package luotuo.server.openai;

import java.util.List;
import java.util.Optional;
import luotuo.app.Speaking;
import luotuo.app.Studio;
import luotuo.chat.Voice;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import luotuo.persona.Persona;

/// Has a chore done, by the language model where there is one.
record ChoreSpeaker(Studio studio, Persona persona, Speaking speaking, Chore chore)
    implements Speaker {
  private static final String WHY = "a task of the client";

  @Override
  public Said say(Sampling sampling, int reply, Telling telling) {
    return studio
        .model(speaking, telling::waits)
        .map(model -> done(model, sampling, reply, telling))
        .orElseGet(() -> plain(sampling, reply, telling));
  }

  private Said done(ChatModel model, Sampling sampling, int reply, Telling telling) {
    Completion done =
        model.complete(
            new ChatRequest(chore.given(), sampling), piece -> telling.piece(reply, piece));
    Voice.Answer answer = answer(done.text(), done.usage(), Optional.of(done));
    return new Said(answer, model.name(), done.text(), done.thoughts(), done.finish());
  }

  private Said plain(Sampling sampling, int reply, Telling telling) {
    String text = chore.plain(persona);
    return OwnWords.of(text, sampling)
        .said(answer(text, Usage.NONE, Optional.empty()), Speaking.OWN_LINES, reply, telling);
  }

  private static Voice.Answer answer(String text, Usage usage, Optional<Completion> completion) {
    return new Voice.Answer(
        text, false, List.of(), WHY, usage, Optional.empty(), completion, List.of());
  }
}
