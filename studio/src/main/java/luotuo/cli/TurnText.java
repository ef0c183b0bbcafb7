package luotuo.cli;

import luotuo.corpus.Turn;

/// A turn in one line for people.
final class TurnText {
  private TurnText() {}

  static String of(Turn turn) {
    String text =
        switch (turn) {
          case Turn.Said said -> said.speaker() + ": " + said.text();
          case Turn.Did did -> did.speaker() + " (" + did.text() + ")";
          case Turn.Narrated narrated -> "(" + narrated.text() + ")";
          case Turn.Passage passage -> passage.text();
        };
    return Printable.line(text);
  }
}
