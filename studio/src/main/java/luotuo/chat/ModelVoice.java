package luotuo.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.prompt.Diverse;
import luotuo.prompt.Excerpt;
import luotuo.prompt.Exchange;
import luotuo.prompt.Occasion;
import luotuo.prompt.Prompt;
import luotuo.prompt.PromptWriter;
import luotuo.prompt.Shares;
import luotuo.prompt.Templates;

/// The voice of a language model that plays the persona.
///
/// What comes to mind is the same as for [OwnLines], and so is the decision to decline: a persona
/// of facts whose lines do not answer declines before the model is asked. The lines that the model
/// was shown are the evidence.
public final class ModelVoice implements Voice {
  private static final int SCENES = 6;
  private static final int EVIDENCE = 3;
  private static final int MOST_NAMES = 64;

  private final Persona persona;
  private final OwnLines own;
  private final ChatModel model;
  private final Sampling sampling;
  private final PromptWriter writer;
  private final List<String> cast;

  /// @param own decides what comes to mind and when to decline
  /// @param model stays open
  /// @param sampling its maximum is kept free in the model's context
  /// @param room tokens that a prompt may have
  public ModelVoice(Persona persona, OwnLines own, ChatModel model, Sampling sampling, int room) {
    this.persona = persona;
    this.own = own;
    this.model = model;
    this.sampling = sampling;
    this.writer =
        new PromptWriter(model, room, Shares.DEFAULT, Templates.shipped(persona.language()));
    this.cast = cast(persona);
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Answer answer(Question question, List<ConversationTurn> history, Consumer<Piece> pieces) {
    Optional<Intent> intent = own.intent(question);
    if (intent.isPresent()) {
      return intent.get() == Intent.LONG
          ? own.answer(question, history)
          : spoken(question, history, List.of(), "small talk: " + intent.get().key(), pieces);
    }
    List<Ranked> ranked = own.rank(question, history);
    boolean known = !ranked.isEmpty() && own.isGoodEnough(ranked.getFirst());
    if (!known && persona.scope() == Scope.FACTS) {
      return own.first(own.decline(question, history, ranked), question);
    }
    String why = known ? ranked.getFirst().why() : "improvised: no line is near enough to rest on";
    return spoken(question, history, ranked, why, pieces);
  }

  private Answer spoken(
      Question question,
      List<ConversationTurn> history,
      List<Ranked> ranked,
      String why,
      Consumer<Piece> pieces) {
    Prompt prompt =
        writer.write(
            new Occasion(
                persona, exchanges(history), recalled(ranked), question.asker(), question.text()));
    List<String> others = others(question);
    SpokenLine line =
        new SpokenLine(persona.names(), others, text -> pieces.accept(new Piece.Said(text)));
    Completion completion =
        model.complete(
            new ChatRequest(prompt.messages(), sampling(question).withStops(stops(others))),
            piece -> write(piece, line, pieces));
    String text = line.end();
    if (text.isEmpty()) {
      throw Failure.of("chat.wordless", model.name());
    }
    List<Evidence> evidence = evidence(ranked);
    return new Answer(
        text,
        false,
        evidence,
        why,
        completion.usage(),
        Optional.of(prompt),
        Optional.of(completion));
  }

  /// Those that were asked for, and whatever begins the words of another.
  private List<String> stops(List<String> others) {
    List<String> stops = new ArrayList<>(sampling.stops());
    stops.addAll(SpokenLine.stops(all(others)));
    return stops;
  }

  /// Another reply is another draw.
  private Sampling sampling(Question question) {
    return sampling.seed().isPresent()
        ? sampling.withSeed(sampling.seed().getAsLong() + question.unlike().size())
        : sampling;
  }

  private static void write(Piece piece, SpokenLine line, Consumer<Piece> pieces) {
    switch (piece) {
      case Piece.Said said -> line.write(said.text());
      case Piece.Thought thought -> pieces.accept(thought);
    }
  }

  /// One excerpt a scene, the turns of its best line with what they replied to.
  private static List<Excerpt> recalled(List<Ranked> ranked) {
    Map<String, Excerpt> best = new LinkedHashMap<>();
    ranked.forEach(r -> best.putIfAbsent(r.line().scene().id(), excerpt(r.line())));
    return Diverse.of(List.copyOf(best.values())).stream().limit(SCENES).toList();
  }

  private static Excerpt excerpt(Line line) {
    int from = line.prose() || line.asked().isEmpty() ? line.from() : Math.max(0, line.from() - 1);
    return new Excerpt(line.scene(), from, line.to());
  }

  /// What is good enough to rest on, one line a scene.
  private List<Evidence> evidence(List<Ranked> ranked) {
    Set<String> scenes = new LinkedHashSet<>();
    List<Evidence> evidence = new ArrayList<>();
    ranked.stream()
        .filter(own::isGoodEnough)
        .filter(line -> scenes.add(line.line().scene().id()))
        .limit(EVIDENCE)
        .forEach(line -> evidence.addAll(line.line().evidence(line.score())));
    return evidence;
  }

  private static List<Exchange> exchanges(List<ConversationTurn> history) {
    return history.stream()
        .map(t -> new Exchange(t.asker(), t.reply().question(), t.reply().text()))
        .toList();
  }

  /// Who may begin to speak where the persona ought to be done.
  private List<String> others(Question question) {
    Set<String> others = new LinkedHashSet<>();
    others.add(question.asker());
    others.addAll(cast);
    others.addAll(
        persona.language() == Language.ZH
            ? List.of("旁白", "用户", "提问人")
            : List.of("Narrator", "User"));
    others.removeIf(name -> name.isBlank() || persona.is(name));
    return List.copyOf(others);
  }

  /// Who speaks in the persona's scenes, those first who are in most of them.
  private static List<String> cast(Persona persona) {
    Map<String, Integer> scenes = new LinkedHashMap<>();
    persona.scenes().forEach(s -> s.present().forEach(name -> scenes.merge(name, 1, Integer::sum)));
    return scenes.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_NAMES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<String> all(List<String> others) {
    List<String> all = new ArrayList<>(persona.names());
    all.addAll(others);
    return all;
  }
}
