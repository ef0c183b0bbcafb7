package luotuo.eval.golden;

import java.util.List;

/// A talk from its beginning; it is had anew for each dialogue.
///
/// @param line of the file in which it begins
public record GoldenDialogue(String name, int line, List<GoldenTurn> turns) {
  public GoldenDialogue {
    turns = List.copyOf(turns);
  }
}
