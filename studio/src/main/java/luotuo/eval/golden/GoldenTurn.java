package luotuo.eval.golden;

import java.util.List;
import java.util.Optional;

/// Something that is said to a persona, and what has to hold of its reply.
///
/// @param line of the file in which it begins
/// @param asker empty where nobody in particular
/// @param until only what happened before this scene is known
/// @param present only scenes in which all of these took part
/// @param expected may be nothing, where the turn only leads to the next
/// @param known why it is known to fail; empty where it ought to hold
public record GoldenTurn(
    int line,
    String ask,
    String asker,
    Optional<String> until,
    List<String> present,
    Expected expected,
    Optional<String> known) {
  public GoldenTurn {
    present = List.copyOf(present);
  }
}
