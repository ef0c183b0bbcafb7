package luotuo.memory;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What texts are about, by the concepts of lives; each statement is looked up once.
final class Topics {
  private static final int CACHED = 20_000;

  private final Concepts concepts = Concepts.load();
  private final Map<String, Set<String>> stated = new ConcurrentHashMap<>();

  /// The concepts of a statement.
  Set<String> of(String statement) {
    if (stated.size() > CACHED) {
      stated.clear();
    }
    return stated.computeIfAbsent(statement, this::lookUp);
  }

  private Set<String> lookUp(String statement) {
    Set<String> topics = new HashSet<>(concepts.stated(statement));
    if (RuleListener.isName(statement)) {
      topics.add(Concepts.SELF);
    }
    return topics;
  }

  /// The concepts that words ask for.
  Set<String> asked(String words) {
    return concepts.asked(words);
  }
}
