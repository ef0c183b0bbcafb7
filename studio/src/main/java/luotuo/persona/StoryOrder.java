package luotuo.persona;

import java.util.Comparator;
import java.util.List;
import luotuo.corpus.NaturalOrder;

/// The order in which a folder's scene files are read: numbers by their value, so that `text_2`
/// comes before `text_10`.
final class StoryOrder {
  static final Comparator<String> NATURAL = NaturalOrder::compare;

  private StoryOrder() {}

  /// Whether files of these names, with the ending of scenes, are read in this order.
  static boolean isKept(List<String> ids) {
    for (int i = 1; i < ids.size(); i++) {
      if (NaturalOrder.compare(ids.get(i - 1) + SceneFiles.ENDING, ids.get(i) + SceneFiles.ENDING)
          >= 0) {
        return false;
      }
    }
    return true;
  }
}
