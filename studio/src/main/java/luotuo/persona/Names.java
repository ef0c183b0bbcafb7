package luotuo.persona;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Names as people type them: alike in upper and lower case, full and half width, traditional and
/// simplified characters, with and without spaces and dots.
final class Names {
  private static final int MOST_PROPOSED = 3;

  private Names() {}

  /// What is the same for all ways to write a name.
  static String key(String name) {
    String folded =
        Simplified.of(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    String letters =
        folded
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return letters.isEmpty() ? folded.strip() : letters;
  }

  static boolean alike(String one, String other) {
    return key(one).equals(key(other));
  }

  /// Those of the known names that somebody may have meant, nearest first.
  static List<String> nearest(String name, List<String> known) {
    String key = key(name);
    return known.stream()
        .distinct()
        .filter(other -> isNear(key, key(other)))
        .sorted(Comparator.comparingInt(other -> distance(key, key(other))))
        .limit(MOST_PROPOSED)
        .toList();
  }

  private static boolean isNear(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    return distance(one, other) * 2 <= longer
        || (!one.isEmpty() && other.contains(one))
        || (!other.isEmpty() && one.contains(other));
  }

  /// Levenshtein's distance, the row below from the row above.
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
