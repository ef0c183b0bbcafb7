package luotuo.app;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import luotuo.chat.Conversations;
import luotuo.chat.GroupTalks;
import luotuo.memory.Contradictions;
import luotuo.memory.Facts;
import luotuo.memory.ModelContradictions;
import luotuo.memory.ModelListener;
import luotuo.memory.ReadContradictions;
import luotuo.memory.Reflection;
import luotuo.memory.Remembrance;
import luotuo.memory.RuleContradictions;
import luotuo.memory.RuleListener;
import luotuo.memory.Weighing;
import luotuo.model.ChatModel;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// How personas pay attention to people: by rule or by a model, or not at all.
final class Attentions {
  private final Models models;
  private final Speakers speakers;
  private final Supplier<Facts> facts;
  private final Map<Language, Remembrance> byRule = new ConcurrentHashMap<>();
  private final Set<String> caughtUp = ConcurrentHashMap.newKeySet();

  Attentions(Models models, Speakers speakers, Supplier<Facts> facts) {
    this.models = models;
    this.speakers = speakers;
    this.facts = facts;
  }

  /// A persona's attention, after it has heard what was said before the program last ended and not
  /// learned from.
  Attention of(
      Persona persona,
      Speaking how,
      Remembers remembers,
      Conversations conversations,
      GroupTalks groups) {
    Attention attention = of(persona, how, remembers);
    if (remembers != Remembers.NOTHING && !caughtUp.contains(persona.name())) {
      attention.catchUp(conversations, groups);
      caughtUp.add(persona.name());
    }
    return attention;
  }

  private Attention of(Persona persona, Speaking how, Remembers remembers) {
    Remembrance remembrance = remembrance(persona.language());
    return switch (remembers) {
      case NOTHING -> Attention.off(persona, remembrance);
      case BY_RULE -> Attention.byRule(persona, remembrance);
      case BY_MODEL ->
          speakers
              .model(how, _ -> {})
              .map(model -> byModel(persona, model))
              .orElseGet(() -> Attention.byRule(persona, remembrance));
    };
  }

  private Attention byModel(Persona persona, ChatModel model) {
    Remembrance remembrance =
        new Remembrance(
            facts.get(),
            new ModelListener(model, new RuleListener()),
            new ModelContradictions(model, contradictions(persona.language())),
            models.answering(persona.language()),
            models.reader(persona.language()),
            Weighing.LUOTUO);
    return Attention.byModel(persona, remembrance, new Reflection(model));
  }

  /// What personas of a language remember by rule. It is made once: it reads what lives are made
  /// of.
  Remembrance remembrance(Language language) {
    return byRule.computeIfAbsent(
        language,
        of ->
            new Remembrance(
                facts.get(),
                new RuleListener(),
                contradictions(of),
                models.answering(of),
                models.reader(of),
                Weighing.LUOTUO));
  }

  private Contradictions contradictions(Language language) {
    return models
        .replaces(language)
        .<Contradictions>map(ReadContradictions::new)
        .orElseGet(RuleContradictions::new);
  }
}
