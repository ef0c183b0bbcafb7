package luotuo.chat;

import java.util.List;

/// What the beginnings of long conversations were about; the conversations themselves stay whole.
public interface Summaries {
  /// Keeps nothing.
  Summaries NONE =
      new Summaries() {
        @Override
        public Summary of(List<ConversationTurn> history) {
          return Summary.NOTHING;
        }

        @Override
        public void keep(ConversationTurn last, String text) {}
      };

  /// The summary that reaches farthest into this history.
  Summary of(List<ConversationTurn> history);

  /// Keeps what everything up to a turn was about.
  void keep(ConversationTurn last, String text);

  /// @param text what was said, summed up; empty where nothing is
  /// @param turns how many of the first turns it covers
  record Summary(String text, int turns) {
    static final Summary NOTHING = new Summary("", 0);
  }
}
