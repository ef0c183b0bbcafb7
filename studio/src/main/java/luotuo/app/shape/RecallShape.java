package luotuo.app.shape;

import java.util.List;
import luotuo.memory.Recall;

/// What came to mind, as JSON.
public record RecallShape(String query, List<Recalled> recalls) {
  public record Recalled(
      String scene, double score, String why, String file, int line, List<TurnShape> turns) {
    static Recalled of(Recall recall) {
      return new Recalled(
          recall.scene().id(),
          rounded(recall.score()),
          recall.why(),
          recall.source().file(),
          recall.source().line(),
          recall.turns().stream().map(TurnShape::of).toList());
    }
  }

  public static RecallShape of(String query, List<Recall> recalls) {
    return new RecallShape(query, recalls.stream().map(Recalled::of).toList());
  }

  /// Four digits say all that a score knows.
  public static double rounded(double score) {
    return Math.round(score * 10_000) / 10_000.0;
  }
}
