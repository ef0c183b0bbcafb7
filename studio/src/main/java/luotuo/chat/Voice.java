package luotuo.chat;

import java.util.List;

/// Finds words for a question: own lines, later a language model.
public interface Voice {
  String name();

  /// @param question what was just said to the persona
  /// @param history the turns before it, oldest first
  Answer answer(Question question, List<ConversationTurn> history);

  /// @param asker who speaks to the persona, such as 投资人; empty where nobody in particular
  /// @param until only scenes whose order is below this may be recalled
  /// @param present where not empty, only scenes in which all of these took part
  record Question(String text, String asker, int until, List<String> present) {
    public static Question of(String text) {
      return new Question(text, "", Integer.MAX_VALUE, List.of());
    }
  }

  /// @param why how the words were found, in the log's terms
  record Answer(String text, boolean outOfScope, List<Evidence> evidence, String why) {
    public Answer {
      evidence = List.copyOf(evidence);
    }
  }
}
