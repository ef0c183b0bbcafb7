package luotuo.server.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import luotuo.prompt.Prompt;

/// The prompts of the latest turns, which are kept in memory alone.
final class Prompts {
  private static final int MOST = 200;

  /// By the turn's id, the oldest first.
  private final Map<Long, Prompt> latest = new LinkedHashMap<>();

  synchronized void keep(long turn, Prompt prompt) {
    latest.put(turn, prompt);
    if (latest.size() > MOST) {
      latest.remove(latest.keySet().iterator().next());
    }
  }

  synchronized Optional<Prompt> of(long turn) {
    return Optional.ofNullable(latest.get(turn));
  }
}
