package luotuo.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Conversations;
import luotuo.chat.Voice;
import luotuo.memory.Fact;
import luotuo.memory.Heard;
import luotuo.memory.Reflection;
import luotuo.memory.Remembrance;
import luotuo.memory.Whose;
import luotuo.persona.Persona;

/// What a persona pays attention to in a talk: it recalls what the asker told before, and learns
/// from what they say now. Where it is off, turns are passed over, and stay so.
final class Attention {
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

  /// The question with what comes to mind of the asker.
  Voice.Question recall(Voice.Question question) {
    return on
        ? question.withMemories(
            remembrance.recall(whose(question.asker()), question.text(), clock.instant()))
        : question;
  }

  /// @param before what the persona had said just before
  void hear(String conversation, ConversationTurn turn, String before) {
    if (on) {
      Fact.Origin origin = new Fact.Origin(conversation, turn.id(), turn.number());
      String words = turn.reply().question();
      Whose whose = whose(turn.asker());
      remembrance.hear(new Heard(whose, words, before, origin, turn.at()));
      reflection.ifPresent(r -> remembrance.reflect(whose, r, turn.at()));
    } else {
      remembrance.ignore(turn.id());
    }
  }

  /// Learns from stored turns that nothing was learned from: a turn counts as said before it is
  /// learned from, and the program may have ended between the two.
  void catchUp(Conversations conversations) {
    if (!on) {
      return;
    }
    Map<Long, String> turns = conversations.turnsWith(persona.name());
    Set<Long> unheard = remembrance.facts().unheard(turns.keySet());
    turns.entrySet().stream()
        .filter(turn -> unheard.contains(turn.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .forEach(conversation -> hearAll(conversation, conversations.turns(conversation)));
  }

  private void hearAll(String conversation, List<ConversationTurn> turns) {
    String before = "";
    for (ConversationTurn turn : turns) {
      hear(conversation, turn, before);
      before = turn.reply().text();
    }
  }

  private Whose whose(String asker) {
    return new Whose(persona.name(), asker);
  }
}
