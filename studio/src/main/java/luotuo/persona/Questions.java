package luotuo.persona;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;

/// Questions that a newcomer may ask: others asked them in the scenes, and the persona replied.
public final class Questions {
  private static final double MOST_SHARED = 0.4;

  private Questions() {}

  /// The persona's own questions, or else some from its scenes: spread over the story, different
  /// from one another, always the same ones.
  public static List<String> propose(Persona persona, int n) {
    if (!persona.questions().isEmpty()) {
      return persona.questions().stream().limit(n).toList();
    }
    List<Asked> all = candidates(persona);
    List<Asked> good = all.stream().filter(asked -> asked.worth() > QuestionWorth.POOR).toList();
    List<Asked> chosen = new ArrayList<>();
    for (int band = 0; band < n; band++) {
      addBest(good.subList(good.size() * band / n, good.size() * (band + 1) / n), chosen);
    }
    fill(chosen, good, n);
    fill(chosen, all, n);
    chosen.sort(Comparator.comparingInt(Asked::order));
    return chosen.stream().map(Asked::text).toList();
  }

  /// @param order place among all candidates
  private record Asked(String text, int worth, int order) {}

  private static List<Asked> candidates(Persona persona) {
    List<Asked> candidates = new ArrayList<>();
    for (Scene scene : persona.scenes()) {
      List<Turn> turns = scene.turns();
      for (int i = 0; i + 1 < turns.size(); i++) {
        if (turns.get(i) instanceof Turn.Said asked
            && turns.get(i + 1) instanceof Turn.Said reply
            && !persona.is(asked.speaker())
            && persona.is(reply.speaker())) {
          int worth = QuestionWorth.of(asked.text(), reply.text(), i == 0, persona.language());
          if (worth > 0) {
            candidates.add(new Asked(asked.text().strip(), worth, candidates.size()));
          }
        }
      }
    }
    return candidates;
  }

  private static void fill(List<Asked> chosen, List<Asked> from, int n) {
    boolean added = true;
    while (added && chosen.size() < n) {
      added = addBest(from, chosen);
    }
  }

  private static boolean addBest(List<Asked> from, List<Asked> chosen) {
    Comparator<Asked> earliest = Comparator.comparingInt(Asked::order).reversed();
    return from.stream()
        .filter(asked -> chosen.stream().noneMatch(other -> isLike(asked, other)))
        .max(Comparator.comparingInt(Asked::worth).thenComparing(earliest))
        .map(chosen::add)
        .orElse(false);
  }

  /// Whether two questions share so many pairs of letters that they ask the same.
  private static boolean isLike(Asked one, Asked other) {
    Set<String> ones = pairs(one.text());
    Set<String> others = pairs(other.text());
    Set<String> shared = new HashSet<>(ones);
    shared.retainAll(others);
    return shared.size() > MOST_SHARED * Math.min(ones.size(), others.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
