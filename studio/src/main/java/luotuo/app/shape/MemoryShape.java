package luotuo.app.shape;

import java.util.List;
import luotuo.memory.Fact;
import luotuo.memory.FactChange;

/// A memory as JSON.
///
/// @param turn its place in the conversation; 0 where there is none
/// @param group the talk among several in which it was said; 0 for none
/// @param line its place in that talk; 0 where there is none
/// @param at when it was said, in UTC, as ISO 8601 has it
/// @param replacedBy the memory that holds in its place; 0 for none
/// @param history where it is asked for, otherwise empty
/// @param restsOn for a conclusion, the memories that it was drawn from
public record MemoryShape(
    long id,
    String persona,
    String person,
    String kind,
    String text,
    String asked,
    String conversation,
    int turn,
    long group,
    int line,
    double importance,
    String at,
    String recalled,
    long replacedBy,
    boolean forgotten,
    List<Step> history,
    List<Long> restsOn) {

  /// A step of its history.
  public record Step(String at, String what, String text, long other) {}

  public static MemoryShape of(Fact fact) {
    return of(fact, List.of(), List.of());
  }

  public static MemoryShape of(Fact fact, List<FactChange> history, List<Fact> grounds) {
    Fact.Origin origin = fact.origin();
    boolean inGroup = origin.isInGroup();
    return new MemoryShape(
        fact.id(),
        fact.whose().persona(),
        fact.whose().person(),
        lower(fact.kind()),
        fact.text(),
        fact.asked(),
        origin.conversation(),
        inGroup ? 0 : origin.number(),
        origin.group(),
        inGroup ? origin.number() : 0,
        RecallShape.rounded(fact.importance()),
        fact.at().toString(),
        fact.recalled().toString(),
        fact.replacedBy(),
        fact.forgotten(),
        history.stream().map(MemoryShape::step).toList(),
        grounds.stream().map(Fact::id).toList());
  }

  private static Step step(FactChange change) {
    return new Step(change.at().toString(), lower(change.what()), change.text(), change.other());
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(java.util.Locale.ROOT);
  }
}
