package luotuo.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Conversations;
import luotuo.chat.Ears;
import luotuo.chat.GroupLine;
import luotuo.chat.GroupTalks;
import luotuo.chat.Told;
import luotuo.chat.Voice;
import luotuo.memory.Fact;
import luotuo.memory.Heard;
import luotuo.memory.Reflection;
import luotuo.memory.Remembrance;
import luotuo.memory.Whose;
import luotuo.persona.Persona;

/// What a persona pays attention to in a talk: it recalls what the asker told before, and learns
/// from what they say now. What is said while it is off is stored as off the record.
final class Attention implements Ears {
  private final Persona persona;
  private final Remembrance remembrance;
  private final boolean on;
  private final Optional<Reflection> reflection;
  private final InstantSource clock = InstantSource.system();

  private Attention(
      Persona persona, Remembrance remembrance, boolean on, Optional<Reflection> reflection) {
    this.persona = persona;
    this.remembrance = remembrance;
    this.on = on;
    this.reflection = reflection;
  }

  static Attention off(Persona persona, Remembrance remembrance) {
    return new Attention(persona, remembrance, false, Optional.empty());
  }

  static Attention byRule(Persona persona, Remembrance remembrance) {
    return new Attention(persona, remembrance, true, Optional.empty());
  }

  static Attention byModel(Persona persona, Remembrance remembrance, Reflection reflection) {
    return new Attention(persona, remembrance, true, Optional.of(reflection));
  }

  @Override
  public boolean open() {
    return on;
  }

  /// The question with what comes to mind of the asker.
  Voice.Question recall(Voice.Question question) {
    return recall(question, question.asker(), question.text());
  }

  @Override
  public Voice.Question recall(Voice.Question question, GroupLine said) {
    return recall(question, said.speaker(), said.text());
  }

  private Voice.Question recall(Voice.Question question, String asker, String words) {
    return on
        ? question.withMemories(remembrance.recall(whose(asker), words, clock.instant()))
        : question;
  }

  /// @param before what the persona had said just before
  void hear(String conversation, ConversationTurn turn, String before) {
    if (on) {
      Fact.Origin origin = new Fact.Origin(conversation, turn.id(), turn.number());
      Whose whose = whose(turn.asker());
      learn(new Heard(whose, turn.reply().question(), before, origin, turn.at()));
    }
  }

  private void learn(Heard heard) {
    remembrance.hear(heard);
    reflection.ifPresent(r -> remembrance.reflect(heard.whose(), r, heard.at()));
  }

  @Override
  public void learn(long talk, List<Told> told) {
    if (!on || told.isEmpty()) {
      return;
    }
    Set<Integer> known = remembrance.facts().heard(persona.name(), talk);
    for (Told one : told) {
      GroupLine line = one.line();
      if (!known.contains(line.number())) {
        Fact.Origin origin = Fact.Origin.inGroup(talk, line.number());
        learn(new Heard(whose(line.speaker()), line.text(), one.before(), origin, line.at()));
      }
    }
  }

  /// Learns from what is stored and was not learned from: it counts as said before it is learned
  /// from, and the program may have ended between the two.
  void catchUp(Conversations conversations, GroupTalks groups) {
    if (on) {
      catchUp(conversations);
      groups
          .toldTo(persona.name())
          .forEach(talk -> learn(talk, Told.to(persona.name(), groups.lines(talk))));
    }
  }

  private void catchUp(Conversations conversations) {
    Map<Long, String> turns = conversations.onRecord(persona.name());
    Set<Long> unheard = remembrance.facts().unheard(turns.keySet());
    turns.entrySet().stream()
        .filter(turn -> unheard.contains(turn.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .forEach(conversation -> hearAll(conversation, conversations.turns(conversation), unheard));
  }

  private void hearAll(String conversation, List<ConversationTurn> turns, Set<Long> unheard) {
    String before = "";
    for (ConversationTurn turn : turns) {
      if (unheard.contains(turn.id())) {
        hear(conversation, turn, before);
      }
      before = turn.reply().text();
    }
  }

  private Whose whose(String asker) {
    return new Whose(persona.name(), asker);
  }
}
