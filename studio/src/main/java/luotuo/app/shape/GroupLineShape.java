package luotuo.app.shape;

import java.util.List;
import luotuo.chat.GroupLine;

/// A line of a talk among several as JSON.
///
/// @param speaker empty for the user, where the user has given no name
/// @param heard who heard it
/// @param at when it was said, in UTC, as ISO 8601 has it
public record GroupLineShape(
    int number,
    String speaker,
    String text,
    List<String> heard,
    List<ReplyShape.Quoted> evidence,
    String voice,
    String at) {
  public static GroupLineShape of(GroupLine line) {
    return new GroupLineShape(
        line.number(),
        line.speaker(),
        line.text(),
        line.heard(),
        line.evidence().stream().map(ReplyShape.Quoted::of).toList(),
        line.voice(),
        line.at().toString());
  }
}
