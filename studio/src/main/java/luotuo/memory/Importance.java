package luotuo.memory;

import java.util.Set;

/// How much a statement matters for knowing someone, by rule: what lasts of a life, said of
/// oneself.
final class Importance {
  private static final Set<String> LASTING =
      Set.of(
          "mother",
          "father",
          "husband",
          "wife",
          "lover",
          "son",
          "daughter",
          "child",
          "brother",
          "sister",
          "late",
          "name",
          "birthday",
          "home",
          "hometown",
          "work",
          "newjob",
          "school",
          "health",
          "avoid",
          "fear",
          "marry",
          "divorce",
          "pregnant",
          "pet",
          "dream",
          "faith");

  private Importance() {}

  /// @param concepts that the statement is about
  /// @return in 0 … 1
  static double of(String statement, Set<String> concepts) {
    long lasting = concepts.stream().filter(LASTING::contains).count();
    boolean own = RuleListener.SPEAKER.matcher(statement).find();
    return 0.2 + (own ? 0.3 : 0) + 0.1 * Math.min(5, lasting);
  }
}
