package luotuo.app.shape;

import java.util.List;
import luotuo.corpus.Scene;

/// A scene as JSON.
public record SceneShape(
    String scene,
    int order,
    String file,
    int line,
    List<TurnShape> turns,
    List<SourceShape> restsOn) {
  public static SceneShape of(Scene scene) {
    return new SceneShape(
        scene.id(),
        scene.order(),
        scene.source().file(),
        scene.source().line(),
        scene.turns().stream().map(TurnShape::of).toList(),
        scene.restsOn().stream().map(SourceShape::of).toList());
  }
}
