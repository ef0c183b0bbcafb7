package luotuo.chat;

import java.util.List;
import java.util.regex.Pattern;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;

/// Headings among the passages of a scene: short, without a mark that ends or divides a sentence,
/// and with a passage under them that is none.
final class Headings {
  private static final int LONGEST = 30;
  private static final Pattern DIVIDED = Pattern.compile("[。！？!?；;，,：:…]");

  private Headings() {}

  /// Whether a turn is a heading right over a passage.
  static boolean leads(Scene scene, int at) {
    List<Turn> turns = scene.turns();
    return looksLikeOne(turns, at) && at + 1 < turns.size() && isPassage(turns, at + 1);
  }

  /// The heading right over a turn, or an empty string.
  static String over(Scene scene, int at) {
    return at > 0 && leads(scene, at - 1) ? scene.turns().get(at - 1).text() : "";
  }

  private static boolean isPassage(List<Turn> turns, int at) {
    return turns.get(at) instanceof Turn.Passage && !looksLikeOne(turns, at);
  }

  private static boolean looksLikeOne(List<Turn> turns, int at) {
    return turns.get(at) instanceof Turn.Passage passage
        && passage.text().length() <= LONGEST
        && !DIVIDED.matcher(passage.text()).find();
  }
}
