package luotuo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import luotuo.chat.ConversationSummary;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Conversations;
import luotuo.chat.Reply;
import luotuo.chat.Voice;
import luotuo.model.Piece;
import luotuo.persona.Persona;
import luotuo.prompt.Prompt;
import org.jspecify.annotations.Nullable;

/// A conversation with a persona. Its first words start it in the store, and so an empty one leaves
/// no trace.
public final class Talk {
  private final Persona persona;
  private final Conversations conversations;
  private final List<ConversationTurn> history = new ArrayList<>();
  private Voice voice;
  private @Nullable String id;
  private @Nullable Prompt prompt;

  Talk(Persona persona, Voice voice, Conversations conversations) {
    this.persona = persona;
    this.voice = voice;
    this.conversations = conversations;
  }

  public Persona persona() {
    return persona;
  }

  /// The name of the voice that speaks.
  public String voice() {
    return voice.name();
  }

  /// All turns, oldest first.
  public List<ConversationTurn> history() {
    return List.copyOf(history);
  }

  /// The stored conversation, once something was said.
  public Optional<ConversationSummary> summary() {
    return Optional.ofNullable(id).map(conversations::summary);
  }

  /// Goes on with the conversation that was stored last, if there is one.
  public void resume() {
    startAfresh();
    conversations.latest(persona.name()).ifPresent(this::resume);
  }

  private void resume(String latest) {
    id = latest;
    history.addAll(conversations.turns(latest));
  }

  /// The next words begin a conversation of their own.
  public void startAfresh() {
    id = null;
    history.clear();
  }

  /// Another voice speaks for the persona from now on.
  public void speakWith(Voice other) {
    voice = other;
    prompt = null;
  }

  /// Exactly what a language model was given for the last reply, if one was asked.
  public Optional<Prompt> prompt() {
    return Optional.ofNullable(prompt);
  }

  /// What the persona replies; it is stored when this returns.
  public Reply say(Voice.Question question) {
    return say(question, _ -> {});
  }

  /// What the persona replies; it is stored when this returns. Where this throws, nothing was said.
  ///
  /// @param pieces told the words as they come; nothing by a voice that has them at once
  public Reply say(Voice.Question question, Consumer<Piece> pieces) {
    long began = System.nanoTime();
    Voice.Answer answer = voice.answer(question, history(), pieces);
    long millis = (System.nanoTime() - began) / 1_000_000;
    prompt = answer.prompt().orElse(null);
    String conversation = started();
    Reply reply =
        new Reply(
            question.text(),
            answer.text(),
            answer.outOfScope(),
            answer.evidence(),
            voice.name(),
            answer.why(),
            millis,
            answer.usage(),
            conversation);
    ConversationTurn turn = conversations.append(conversation, reply, question.asker());
    history.add(turn);
    return turn.reply();
  }

  private String started() {
    String known = id;
    if (known == null) {
      known = conversations.start(persona.name());
      id = known;
    }
    return known;
  }
}
