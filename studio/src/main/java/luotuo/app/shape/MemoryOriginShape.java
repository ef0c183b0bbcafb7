package luotuo.app.shape;

import java.util.List;
import java.util.Optional;
import luotuo.chat.ConversationTurn;
import luotuo.chat.GroupLine;
import luotuo.memory.Fact;
import luotuo.memory.FactChange;

/// Where a memory comes from, as JSON.
///
/// @param said what was said in its turn or its line; empty where that is not kept any more
/// @param replied to that; empty for what was said among several
/// @param restsOn for a conclusion, what it was drawn from
public record MemoryOriginShape(
    MemoryShape memory, String said, String replied, List<MemoryShape> restsOn) {
  /// @param turn in which it was said, where it is still there
  /// @param line in which it was said among several, where that is still there
  public static MemoryOriginShape of(
      Fact fact,
      List<FactChange> history,
      List<Fact> grounds,
      Optional<ConversationTurn> turn,
      Optional<GroupLine> line) {
    return new MemoryOriginShape(
        MemoryShape.of(fact, history, grounds),
        turn.map(t -> t.reply().question()).or(() -> line.map(GroupLine::text)).orElse(""),
        turn.map(t -> t.reply().text()).orElse(""),
        grounds.stream().map(MemoryShape::of).toList());
  }
}
