package luotuo.server.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import luotuo.chat.ConversationTurn;
import luotuo.chat.Summaries;

/// Summaries of talks that clients keep, for as long as there is room. Several threads may use it.
final class ClientSummaries implements Summaries {
  private static final int MOST = 256;

  /// By the id of the last turn; the one that was not used for longest goes first.
  private final Map<Long, String> kept = new LinkedHashMap<>(16, 0.75f, true);

  @Override
  public synchronized Summary of(List<ConversationTurn> history) {
    for (int turns = history.size(); turns > 0; turns--) {
      String text = kept.get(history.get(turns - 1).id());
      if (text != null) {
        return new Summary(text, turns);
      }
    }
    return new Summary("", 0);
  }

  @Override
  public synchronized void keep(ConversationTurn last, String text) {
    kept.put(last.id(), text);
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }
}
