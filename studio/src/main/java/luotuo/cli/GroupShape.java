package luotuo.cli;

import java.util.List;
import luotuo.app.shape.ReplyShape;
import luotuo.chat.GroupLine;

/// A line of a talk among several as JSON.
record GroupShape(
    int number,
    String speaker,
    String text,
    List<String> heard,
    List<ReplyShape.Quoted> evidence,
    String voice) {
  static GroupShape of(GroupLine line) {
    return new GroupShape(
        line.number(),
        line.speaker(),
        line.text(),
        line.heard(),
        line.evidence().stream().map(ReplyShape.Quoted::of).toList(),
        line.voice());
  }
}
