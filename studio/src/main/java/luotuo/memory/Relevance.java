package luotuo.memory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// How well each of a person's facts answers a question: nearness in meaning, concepts in common
/// weighed by their rarity among these facts, and the place in time where the question asks for it.
/// What these weigh is told by [Weights].
final class Relevance {
  private final List<Vectored> facts;
  private final List<Set<String>> concepts;
  private final Map<String, Integer> holders = new HashMap<>();

  /// @param facts in the order in which they were said
  /// @param concepts those of each fact
  Relevance(List<Vectored> facts, List<Set<String>> concepts) {
    this.facts = facts;
    this.concepts = concepts;
    concepts.forEach(set -> set.forEach(c -> holders.merge(c, 1, Integer::sum)));
  }

  /// What speaks for one fact.
  ///
  /// @param meaning cosine
  /// @param topics concepts in common, in 0 … 1
  /// @param shared how many they are
  /// @param length of the statement, 1 for a long one
  /// @param late place in time, 0 for the first and 1 for the last, half for an only one
  /// @param now the same where the question asks how things are now, else 0
  /// @param past the same where it asks how things were, else 0
  /// @param changed 1 where it asks for now and the statement tells of a change
  record Signals(
      double meaning,
      double topics,
      int shared,
      double length,
      double late,
      double now,
      double past,
      double changed) {
    double[] values() {
      return new double[] {meaning, topics, shared, length, late, now, past, changed};
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "meaning %.2f, topics %.2f (%d), late %.2f", meaning, topics, shared, late);
    }
  }

  List<Signals> of(String question, float[] vector, Set<String> asked) {
    boolean now = Cues.asksNow(question);
    boolean past = Cues.asksPast(question);
    return IntStream.range(0, facts.size()).mapToObj(i -> of(i, vector, asked, now, past)).toList();
  }

  private Signals of(int i, float[] vector, Set<String> asked, boolean now, boolean past) {
    Fact fact = facts.get(i).fact();
    Set<String> shared = new HashSet<>(asked);
    shared.retainAll(concepts.get(i));
    double whole = Math.sqrt(rarity(asked) * rarity(concepts.get(i)));
    double late = facts.size() == 1 ? 0.5 : (double) i / (facts.size() - 1);
    return new Signals(
        dot(vector, facts.get(i).vector()),
        whole == 0 ? 0 : rarity(shared) / whole,
        shared.size(),
        Math.min(1, fact.text().length() / (Concepts.hasHan(fact.text()) ? 60.0 : 160.0)),
        late,
        now ? late : 0,
        past ? late : 0,
        now && Cues.tellsChange(fact.text()) ? 1 : 0);
  }

  private double rarity(Set<String> some) {
    int all = facts.size();
    return some.stream()
        .mapToInt(c -> holders.getOrDefault(c, 0))
        .mapToDouble(n -> Math.log(1 + (all - n + 0.5) / (n + 0.5)))
        .sum();
  }

  static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
