package luotuo.eval.fidelity;

import java.util.List;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.prompt.Excerpt;

/// A line of the persona's in a scene that was held out, which replies to somebody.
///
/// @param at the index of its turn, above 0
public record Sample(Scene scene, int at) {
  private static final int BEFORE = 6;

  /// What was truly said.
  public String line() {
    return scene.turns().get(at).text();
  }

  /// To what.
  public String said() {
    return scene.turns().get(at - 1).text();
  }

  /// By whom that was said.
  public String speaker() {
    return scene.turns().get(at - 1) instanceof Turn.Said said ? said.speaker() : "";
  }

  public String id() {
    return scene.id() + ":" + (at + 1);
  }

  /// The turns before it, the last six, a line each.
  public String before() {
    return new Excerpt(scene, Math.max(0, at - BEFORE), at).text();
  }

  static boolean isOne(Scene scene, int at, List<String> own) {
    return at > 0
        && scene.turns().get(at) instanceof Turn.Said line
        && own.contains(line.speaker())
        && line.text().codePointCount(0, line.text().length()) > 1
        && scene.turns().get(at - 1) instanceof Turn.Said said
        && !own.contains(said.speaker());
  }
}
