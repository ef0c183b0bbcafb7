package luotuo.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;

/// Cuts scenes into what is indexed: every turn by itself, passages in pieces, windows of four that
/// are no longer than what a vector holds.
final class Spans {
  private static final int WINDOW = 4;
  private static final int STRIDE = 2;
  private static final int LONGEST_WINDOW = 480;

  private Spans() {}

  static List<Span> of(Scene scene) {
    List<Span> spans = new ArrayList<>();
    int turns = scene.turns().size();
    for (int i = 0; i < turns; i++) {
      addTurn(scene, i, spans);
    }
    if (turns > 1) {
      addWindows(scene, turns, spans);
    }
    return spans;
  }

  private static void addTurn(Scene scene, int i, List<Span> spans) {
    switch (scene.turns().get(i)) {
      case Turn.Passage passage ->
          Sentences.pieces(passage.text())
              .forEach(piece -> spans.add(new Span(scene, i, i + 1, piece)));
      case Turn turn -> spans.add(new Span(scene, i, i + 1, turn.text()));
    }
  }

  private static void addWindows(Scene scene, int turns, List<Span> spans) {
    int from = 0;
    do {
      int to = Math.min(turns, from + WINDOW);
      String text = text(scene.turns().subList(from, to));
      if (text.length() <= LONGEST_WINDOW) {
        spans.add(new Span(scene, from, to, text));
      }
      from += STRIDE;
    } while (from + STRIDE < turns);
  }

  private static String text(List<Turn> turns) {
    return turns.stream().map(Spans::named).collect(Collectors.joining("\n"));
  }

  private static String named(Turn turn) {
    return switch (turn) {
      case Turn.Said said -> said.speaker() + ":" + said.text();
      case Turn.Did did -> did.speaker() + ":" + did.text();
      case Turn.Narrated narrated -> narrated.text();
      case Turn.Passage passage -> passage.text();
    };
  }
}
