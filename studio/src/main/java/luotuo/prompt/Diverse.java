package luotuo.prompt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Keeps out of a prompt what says nearly the same as something nearer.
public final class Diverse {
  /// Share of pairs of characters in common, of all that either has, from which two are nearly
  /// equal.
  private static final double NEARLY_EQUAL = 0.6;

  private Diverse() {}

  /// @param nearest nearest first
  /// @return in the same order, without those that are nearly equal to an earlier one
  public static List<Excerpt> of(List<Excerpt> nearest) {
    List<Excerpt> kept = new ArrayList<>();
    List<Set<String>> pairs = new ArrayList<>();
    for (Excerpt excerpt : nearest) {
      Set<String> own = pairs(excerpt.text());
      if (pairs.stream().noneMatch(other -> common(own, other) >= NEARLY_EQUAL)) {
        kept.add(excerpt);
        pairs.add(own);
      }
    }
    return kept;
  }

  private static Set<String> pairs(String text) {
    int[] letters = text.codePoints().filter(Character::isLetterOrDigit).toArray();
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < letters.length; i++) {
      pairs.add(new String(letters, i, 2));
    }
    return pairs;
  }

  private static double common(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    int either = one.size() + other.size() - both.size();
    return either == 0 ? 1 : (double) both.size() / either;
  }
}
