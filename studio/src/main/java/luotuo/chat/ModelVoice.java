package luotuo.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import luotuo.model.ChatModel;
import luotuo.model.LikelihoodModel;
import luotuo.model.Piece;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.Scope;
import luotuo.prompt.Diverse;
import luotuo.prompt.Excerpt;
import luotuo.prompt.Exchange;
import luotuo.prompt.Occasion;
import luotuo.prompt.Prompt;
import luotuo.prompt.PromptWriter;
import luotuo.prompt.Slots;

/// The voice of a language model that plays the persona.
///
/// What comes to mind is the same as for [OwnLines], and so is the decision to decline: a persona
/// of facts whose lines do not answer declines before the model is asked. What the model writes
/// passes a [Gate]; where two draws come to nothing, own lines take over.
public final class ModelVoice implements Voice {
  private static final int DRAWS = 2;
  private static final int MOST_NAMES = 64;
  private static final int LATEST = 3;

  /// So many turns outgrow the prompt before they are summed up.
  private static final int OUTGROWN = 6;

  /// Where the likeliest words were no reply, others have to be drawn.
  private static final double AGAIN = 0.7;

  private static final String TOLD = "told by the asker";
  private static final String IMPROVISED = "improvised: no line is near enough to rest on";

  /// The parts of a prompt that a claim may come from.
  private static final Set<Prompt.Kind> RESTS_ON =
      Set.of(Prompt.Kind.PERSONA, Prompt.Kind.MEMORIES, Prompt.Kind.SCENES);

  private final Persona persona;
  private final OwnLines own;
  private final ChatModel model;
  private final Delivery delivery;
  private final PromptWriter writer;
  private final Summarist summarist;
  private final List<Slots.Slot> slots;
  private final List<String> cast;
  private final Optional<ByLikelihood> likelihood;
  private final Footing footing;

  /// A model that does not tell how likely words are.
  public ModelVoice(
      Persona persona, OwnLines own, ChatModel model, Delivery delivery, Summaries summaries) {
    this(persona, own, model, Optional.empty(), delivery, summaries);
  }

  /// @param own decides what comes to mind and when to decline
  /// @param model stays open
  /// @param likelihoods the same model as one that tells how likely words are, where it does
  public ModelVoice(
      Persona persona,
      OwnLines own,
      ChatModel model,
      Optional<LikelihoodModel> likelihoods,
      Delivery delivery,
      Summaries summaries) {
    this.persona = persona;
    this.own = own;
    this.model = model;
    this.delivery = delivery;
    this.writer =
        new PromptWriter(
            model, delivery.room(), delivery.shares(), delivery.templates(), delivery.cites());
    this.summarist = new Summarist(persona, model, delivery, summaries);
    this.slots = Slots.of(persona);
    this.cast = cast(persona);
    BySimilarity similarity = new BySimilarity(own);
    this.likelihood =
        likelihoods
            .filter(_ -> slots.isEmpty())
            .map(tells -> new ByLikelihood(persona, tells, writer, similarity));
    this.footing = new Footing(likelihood, similarity);
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public Answer answer(Question question, List<ConversationTurn> history, Consumer<Piece> pieces) {
    if (own.asksForCandour(question, history)) {
      return own.answer(question, history);
    }
    Optional<Intent> intent = own.intent(question);
    if (intent.isPresent()) {
      return intent.get() == Intent.LONG
          ? own.answer(question, history)
          : spoken(question, history, List.of(), "small talk: " + intent.get().key(), pieces);
    }
    AboutAsker about = own.about(question);
    boolean told = about != AboutAsker.NO && !Recollection.evidence(question).isEmpty();
    if (about == AboutAsker.SURELY && !told) {
      return own.answer(question, history);
    }
    if (!told && own.isLater(question, history)) {
      return own.first(own.decline(question, history, OwnLines.LATER), question);
    }
    List<Ranked> ranked = own.rank(question, history);
    boolean known = !ranked.isEmpty() && own.isGoodEnough(ranked.getFirst());
    if (!known && !told && persona.scope() == Scope.FACTS && !delivery.free()) {
      return own.first(own.unanswered(question, history, ranked), question);
    }
    String why = told ? TOLD : known ? ranked.getFirst().why() : IMPROVISED;
    return spoken(question, history, ranked, why, pieces);
  }

  private Answer spoken(
      Question question,
      List<ConversationTurn> history,
      List<Ranked> ranked,
      String why,
      Consumer<Piece> pieces) {
    Prompt prompt = prompt(question, history, ranked);
    Drawing drawing =
        new Drawing(
            model,
            persona,
            prompt,
            others(question),
            latest(history),
            grounds(prompt, history),
            support(prompt, history),
            delivery.cites(),
            pieces);
    List<Slip> slips = new ArrayList<>();
    Usage usage = Usage.NONE;
    for (int draw = 0; draw < DRAWS; draw++) {
      Drawing.Drawn drawn = drawing.draw(sampling(question, draw));
      drawn.slip().ifPresent(slips::add);
      usage = usage.plus(drawn.completion().usage());
      if (!drawn.text().isEmpty()) {
        return new Answer(
            drawn.text(),
            false,
            evidence(question, prompt, ranked, drawn),
            why + told(slips),
            usage,
            Optional.of(prompt),
            Optional.of(drawn.completion()),
            slips);
      }
    }
    return own.answer(question, history)
        .instead("own lines took over" + told(slips), usage, prompt, slips);
  }

  private static String told(List<Slip> slips) {
    return slips.isEmpty()
        ? ""
        : "; held back: " + slips.stream().map(Slip::key).collect(Collectors.joining(", "));
  }

  /// Another reply, and each further draw, is drawn otherwise.
  private Sampling sampling(Question question, int draw) {
    Sampling sampling = delivery.sampling();
    if (draw > 0 && sampling.temperature() == 0) {
      sampling = sampling.withTemperature(AGAIN).withSeed(sampling.seed().orElse(0));
    }
    return sampling.seed().isPresent()
        ? sampling.withSeed(
            sampling.seed().getAsLong() + question.unlike().size() + (long) draw * MOST_NAMES)
        : sampling;
  }

  private Prompt prompt(Question question, List<ConversationTurn> history, List<Ranked> ranked) {
    List<Excerpt> recalled = Diverse.of(recalled(ranked));
    List<List<Excerpt>> slotted = slotted(question, recalled);
    List<Excerpt> shown =
        slots.isEmpty() ? recalled.stream().limit(delivery.scenes()).toList() : List.of();
    Summaries.Summary summary = summarist.earlier(history);
    Prompt prompt = written(question, history, summary, shown, slotted);
    int outgrown = history.size() - summary.turns() - prompt.turns();
    if (outgrown < OUTGROWN) {
      return prompt;
    }
    Summaries.Summary longer = summarist.sumUp(history, summary, summary.turns() + outgrown);
    return longer.equals(summary) ? prompt : written(question, history, longer, shown, slotted);
  }

  private Prompt written(
      Question question,
      List<ConversationTurn> history,
      Summaries.Summary summary,
      List<Excerpt> recalled,
      List<List<Excerpt>> slotted) {
    List<ConversationTurn> shown = history.subList(summary.turns(), history.size());
    return writer.write(
        new Occasion(
            persona,
            exchanges(shown),
            summary.text(),
            memories(question),
            recalled,
            slotted,
            question.asker(),
            question.text()));
  }

  /// Scenes for the slots of the persona's instructions, each scene in one of them.
  private List<List<Excerpt>> slotted(Question question, List<Excerpt> recalled) {
    Set<String> used = new HashSet<>();
    List<List<Excerpt>> all = new ArrayList<>();
    for (Slots.Slot slot : slots) {
      List<Excerpt> here =
          slot
              .question()
              .map(text -> recalled(own.rank(question.withText(text), List.of())))
              .orElse(recalled)
              .stream()
              .filter(excerpt -> !used.contains(excerpt.scene().id()))
              .limit(slot.most())
              .toList();
      here = within(here, slot);
      here.forEach(excerpt -> used.add(excerpt.scene().id()));
      all.add(here);
    }
    return all;
  }

  private List<Excerpt> within(List<Excerpt> scenes, Slots.Slot slot) {
    if (slot.tokens().isEmpty()) {
      return scenes;
    }
    List<Excerpt> fitting = new ArrayList<>();
    int left = slot.tokens().getAsInt();
    for (Excerpt scene : scenes) {
      left -= model.tokens().count(scene.text());
      if (left >= 0) {
        fitting.add(scene);
      }
    }
    return fitting;
  }

  /// What a persona of facts may claim; empty where it may say anything.
  private Optional<Grounds> grounds(Prompt prompt, List<ConversationTurn> history) {
    if (persona.scope() != Scope.FACTS || delivery.free()) {
      return Optional.empty();
    }
    List<String> texts = restsOn(prompt, history);
    texts.addAll(persona.names());
    return Optional.of(new Grounds(persona.language(), texts));
  }

  /// The same for what only likelihood tells; where there is no scene it tells nothing.
  private Optional<Support> support(Prompt prompt, List<ConversationTurn> history) {
    boolean checked = persona.scope() == Scope.FACTS && !delivery.free();
    return likelihood
        .filter(_ -> checked && !prompt.scenes().isEmpty())
        .map(tells -> new Support(own, tells, prompt, restsOn(prompt, history)));
  }

  private static List<String> restsOn(Prompt prompt, List<ConversationTurn> history) {
    List<String> texts = new ArrayList<>();
    prompt.parts().stream()
        .filter(part -> RESTS_ON.contains(part.kind()) && !part.text().isBlank())
        .forEach(part -> texts.add(part.text()));
    history.forEach(turn -> texts.add(turn.reply().text()));
    return texts;
  }

  private static List<String> latest(List<ConversationTurn> history) {
    return history.stream()
        .skip(Math.max(0, history.size() - LATEST))
        .map(turn -> turn.reply().text())
        .toList();
  }

  /// One excerpt a scene, the turns of its best line with what they replied to.
  private static List<Excerpt> recalled(List<Ranked> ranked) {
    Map<String, Excerpt> best = new LinkedHashMap<>();
    ranked.forEach(r -> best.putIfAbsent(r.line().scene().id(), excerpt(r.line())));
    return List.copyOf(best.values());
  }

  private static Excerpt excerpt(Line line) {
    int from = line.prose() || line.asked().isEmpty() ? line.from() : Math.max(0, line.from() - 1);
    return new Excerpt(line.scene(), from, line.to());
  }

  /// What is remembered of the asker, in their words.
  private static List<String> memories(Question question) {
    return question.memories().stream().map(memory -> memory.fact().text()).toList();
  }

  /// What the asker told, where they ask for it, and what of the scenes the reply rests on.
  private List<Evidence> evidence(
      Question question, Prompt prompt, List<Ranked> ranked, Drawing.Drawn drawn) {
    List<Evidence> evidence = new ArrayList<>();
    if (own.about(question) != AboutAsker.NO) {
      evidence.addAll(Recollection.evidence(question));
    }
    evidence.addAll(footing.of(prompt, ranked, drawn.text(), drawn.cited()));
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
    others.addAll(question.company());
    others.addAll(cast);
    others.addAll(narrators(persona.language()));
    others.removeIf(name -> name.isBlank() || persona.is(name));
    return List.copyOf(others);
  }

  /// Names that models give to whoever is nobody in particular.
  static List<String> narrators(Language language) {
    return language == Language.ZH ? List.of("旁白", "用户", "提问人") : List.of("Narrator", "User");
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
}
