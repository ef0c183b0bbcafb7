package luotuo.memory;

import java.util.List;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;

/// A part of one scene that can come to mind: a turn, a piece of a long passage, or some turns.
///
/// @param from index of the first turn
/// @param to index after the last, above `from`
/// @param text the words that are indexed
public record Span(Scene scene, int from, int to, String text) {
  public List<Turn> turns() {
    return scene.turns().subList(from, to);
  }

  /// Whether this is a window of several turns.
  public boolean isWindow() {
    return to - from > 1;
  }
}
