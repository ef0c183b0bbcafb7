package luotuo.app.shape;

import java.util.List;
import java.util.Optional;
import luotuo.chat.ConversationTurn;
import luotuo.memory.Fact;
import luotuo.memory.FactChange;

/// Where a memory comes from, as JSON.
///
/// @param said what was said in its turn; empty where the turn is not kept any more
/// @param replied to that
/// @param restsOn for a conclusion, what it was drawn from
public record MemoryOriginShape(
    MemoryShape memory, String said, String replied, List<MemoryShape> restsOn) {
  /// @param turn in which it was said, where it is still there
  public static MemoryOriginShape of(
      Fact fact, List<FactChange> history, List<Fact> grounds, Optional<ConversationTurn> turn) {
    return new MemoryOriginShape(
        MemoryShape.of(fact, history, grounds),
        turn.map(t -> t.reply().question()).orElse(""),
        turn.map(t -> t.reply().text()).orElse(""),
        grounds.stream().map(MemoryShape::of).toList());
  }
}
