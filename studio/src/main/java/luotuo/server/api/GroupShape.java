package luotuo.server.api;

import java.util.List;
import luotuo.app.shape.GroupLineShape;
import luotuo.chat.GroupLine;
import luotuo.chat.GroupSummary;
import luotuo.chat.GroupTalks;

/// A talk among several as JSON, with all its lines.
///
/// @param topic may be empty
record GroupShape(
    long id,
    List<String> personas,
    String topic,
    String created,
    String last,
    List<GroupLineShape> lines) {

  /// A talk among several in a list.
  ///
  /// @param lines how many
  /// @param opening the first of them; may be empty
  record Item(
      long id,
      List<String> personas,
      String topic,
      String created,
      String last,
      int lines,
      String opening) {
    static Item of(GroupSummary talk) {
      return new Item(
          talk.id(),
          talk.members(),
          talk.topic(),
          talk.created().toString(),
          talk.last().toString(),
          talk.lines(),
          talk.opening());
    }
  }

  /// What was said since a request came.
  record Lines(List<GroupLineShape> items) {
    static Lines of(List<GroupLine> lines) {
      return new Lines(lines.stream().map(GroupLineShape::of).toList());
    }
  }

  /// @throws luotuo.job.Failure `group.missing`
  static GroupShape of(GroupTalks talks, long id) {
    GroupSummary summary = talks.summary(id);
    return new GroupShape(
        id,
        summary.members(),
        summary.topic(),
        summary.created().toString(),
        summary.last().toString(),
        talks.lines(id).stream().map(GroupLineShape::of).toList());
  }
}
