package luotuo.app;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import luotuo.chat.Branch;
import luotuo.chat.ConversationSummary;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Conversations;
import luotuo.chat.Reply;
import luotuo.chat.Voice;
import luotuo.job.Failure;
import luotuo.model.Piece;
import luotuo.persona.Persona;
import luotuo.prompt.Prompt;
import org.jspecify.annotations.Nullable;

/// A conversation with a persona. Its first words start it in the store, and so an empty one leaves
/// no trace.
public final class Talk {
  private final Persona persona;
  private final Conversations conversations;
  private final Attention attention;
  private final List<ConversationTurn> history = new ArrayList<>();
  private Voice voice;
  private @Nullable String id;
  private @Nullable Prompt prompt;

  Talk(Persona persona, Voice voice, Conversations conversations, Attention attention) {
    this.attention = attention;
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

  /// Goes on with a stored conversation.
  ///
  /// @throws Failure `conversation.unknown`
  public void resume(String stored) {
    List<ConversationTurn> turns = conversations.turns(stored);
    id = stored;
    prompt = null;
    history.clear();
    history.addAll(turns);
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
    return reply(question, history, pieces);
  }

  /// Another reply to what was said last, unlike those that were given to it; they stay.
  ///
  /// @param how who speaks and what may come to mind; its words do not count
  /// @throws Failure `conversation.nothing`, or `chat.noOther` if there is no other reply
  public Reply again(Voice.Question how, Consumer<Piece> pieces) {
    ConversationTurn last = last();
    Set<String> given = new LinkedHashSet<>();
    siblings(last).stream()
        .filter(t -> t.reply().question().equals(last.reply().question()))
        .forEach(t -> given.add(t.reply().text()));
    Voice.Question question =
        new Voice.Question(last.reply().question(), last.asker(), how.until(), how.present())
            .withUnlike(List.copyOf(given));
    return reply(question, history.subList(0, history.size() - 1), pieces);
  }

  /// Says other words in the place of a turn; what was said there and after it stays on a way of
  /// its own.
  ///
  /// @param number of the turn, from 1
  /// @throws Failure `turn.unknown`
  public Reply edit(int number, Voice.Question question, Consumer<Piece> pieces) {
    return reply(question, history.subList(0, index(number)), pieces);
  }

  /// Says other words in the place of any turn of this conversation, whichever way leads to it.
  ///
  /// @throws Failure `turn.unknown`
  public Reply editTurn(long turn, Voice.Question question, Consumer<Piece> pieces) {
    List<ConversationTurn> way = conversations.turns(known(), turn);
    return reply(question, way.subList(0, way.size() - 1), pieces);
  }

  /// Goes back before a turn; nothing is lost.
  ///
  /// @param number of the turn, from 1
  /// @throws Failure `turn.unknown`
  public void undo(int number) {
    ConversationTurn turn = history.get(index(number));
    goTo(turn.parent());
  }

  /// All that was said in the place of a turn, oldest first.
  public List<ConversationTurn> siblings(ConversationTurn turn) {
    return conversations.siblings(known(), turn.parent());
  }

  /// The ends of all ways that this conversation went, latest first.
  public List<Branch> branches() {
    return id == null ? List.of() : conversations.branches(known());
  }

  /// Goes to a turn; what is said next follows it.
  ///
  /// @throws Failure `turn.unknown`
  public void goTo(long turn) {
    conversations.goTo(known(), turn);
    reload();
  }

  /// Goes to the latest end of the ways that lead through a turn.
  ///
  /// @throws Failure `turn.unknown`
  public void goThrough(long turn) {
    conversations.goThrough(known(), turn);
    reload();
  }

  /// @param way the turns that it follows
  private Reply reply(Voice.Question question, List<ConversationTurn> way, Consumer<Piece> pieces) {
    List<ConversationTurn> before = List.copyOf(way);
    long began = System.nanoTime();
    Voice.Answer answer = voice.answer(attention.recall(question), before, pieces);
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
    long parent = before.isEmpty() ? Conversations.BEGINNING : before.getLast().id();
    ConversationTurn turn =
        conversations.append(conversation, parent, reply, question.asker(), !attention.open());
    history.clear();
    history.addAll(before);
    history.add(turn);
    attention.hear(conversation, turn, before.isEmpty() ? "" : before.getLast().reply().text());
    return turn.reply();
  }

  /// The turn that was stored last here.
  ///
  /// @throws Failure `conversation.nothing`
  public ConversationTurn last() {
    if (history.isEmpty()) {
      throw Failure.of("conversation.nothing");
    }
    return history.getLast();
  }

  private int index(int number) {
    if (number < 1 || number > history.size()) {
      throw Failure.of("turn.unknown", number, id == null ? "" : id);
    }
    return number - 1;
  }

  private void reload() {
    history.clear();
    history.addAll(conversations.turns(known()));
    prompt = null;
  }

  private String known() {
    String known = id;
    if (known == null) {
      throw Failure.of("conversation.nothing");
    }
    return known;
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
