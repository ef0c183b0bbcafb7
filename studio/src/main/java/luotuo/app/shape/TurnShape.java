package luotuo.app.shape;

import luotuo.corpus.Turn;

/// A turn as JSON.
///
/// @param speaker empty for what nobody says
/// @param kind `said`, `did`, `narrated` or `passage`
public record TurnShape(String speaker, String kind, String text, String file, int line) {
  public static TurnShape of(Turn turn) {
    return switch (turn) {
      case Turn.Said said -> of(turn, said.speaker(), "said");
      case Turn.Did did -> of(turn, did.speaker(), "did");
      case Turn.Narrated _ -> of(turn, "", "narrated");
      case Turn.Passage _ -> of(turn, "", "passage");
    };
  }

  private static TurnShape of(Turn turn, String speaker, String kind) {
    return new TurnShape(speaker, kind, turn.text(), turn.source().file(), turn.source().line());
  }
}
