package luotuo.persona;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The order in which a folder's scene files are read: numbers by their value, so that `text_2`
/// comes before `text_10`.
final class StoryOrder {
  static final Comparator<String> NATURAL = StoryOrder::compare;

  // Between a digit and something else.
  private static final Pattern SEAM = Pattern.compile("(?<=[0-9])(?![0-9])|(?<![0-9])(?=[0-9])");

  private StoryOrder() {}

  /// Whether files of these names, with the ending of scenes, are read in this order.
  static boolean isKept(List<String> ids) {
    for (int i = 1; i < ids.size(); i++) {
      if (compare(ids.get(i - 1) + SceneFiles.ENDING, ids.get(i) + SceneFiles.ENDING) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static int compare(String one, String other) {
    String[] ones = SEAM.split(one);
    String[] others = SEAM.split(other);
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      int order = comparePieces(ones[i], others[i]);
      if (order != 0) {
        return order;
      }
    }
    int longer = Integer.compare(ones.length, others.length);
    return longer != 0 ? longer : one.compareTo(other);
  }

  private static int comparePieces(String one, String other) {
    return isNumber(one) && isNumber(other)
        ? new BigInteger(one).compareTo(new BigInteger(other))
        : one.compareTo(other);
  }

  private static boolean isNumber(String piece) {
    return !piece.isEmpty() && piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
  }
}
