package luotuo.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Conversations;
import luotuo.chat.Voice;
import luotuo.memory.Fact;
import luotuo.memory.Heard;
import luotuo.memory.Remembrance;
import luotuo.memory.Whose;
import luotuo.persona.Persona;

/// What a persona pays attention to in a talk: it recalls what the asker told before, and learns
/// from what they say now. Where it is off, turns are passed over, and stay so.
final class Attention {
  private final Persona persona;
  private final Remembrance remembrance;
  private final boolean on;
  private final InstantSource clock = InstantSource.system();

  private Attention(Persona persona, Remembrance remembrance, boolean on) {
    this.persona = persona;
    this.remembrance = remembrance;
    this.on = on;
  }

  static Attention of(Persona persona, Remembrance remembrance, boolean on) {
    return new Attention(persona, remembrance, on);
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
      remembrance.hear(new Heard(whose(turn.asker()), words, before, origin, turn.at()));
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
