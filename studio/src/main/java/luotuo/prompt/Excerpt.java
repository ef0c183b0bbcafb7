package luotuo.prompt;

import java.util.ArrayList;
import java.util.List;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.model.TokenCounter;

/// The turns of a scene that are shown to a model.
///
/// @param from index of the first turn
/// @param to index after the last, above `from`
public record Excerpt(Scene scene, int from, int to) {

  /// One line a turn, such as `同学:「你好」`.
  public String text() {
    List<String> lines = new ArrayList<>();
    scene.turns().subList(from, to).forEach(turn -> lines.add(line(turn)));
    return String.join("\n", lines);
  }

  private static String line(Turn turn) {
    return switch (turn) {
      case Turn.Said said -> said.speaker() + ":「" + said.text() + "」";
      case Turn.Did did -> did.speaker() + ":（" + did.text() + "）";
      case Turn.Narrated told -> "（" + told.text() + "）";
      case Turn.Passage passage -> passage.text();
    };
  }

  /// As much of the scene round these turns as fits, the turns themselves first.
  Excerpt widened(int room, TokenCounter tokens) {
    Excerpt widest = this;
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Excerpt wider : List.of(widest.earlier(), widest.later())) {
        if (!wider.equals(widest) && tokens.count(wider.text()) <= room) {
          widest = wider;
          grew = true;
          break;
        }
      }
    }
    return widest;
  }

  private Excerpt earlier() {
    return from > 0 ? new Excerpt(scene, from - 1, to) : this;
  }

  private Excerpt later() {
    return to < scene.turns().size() ? new Excerpt(scene, from, to + 1) : this;
  }
}
