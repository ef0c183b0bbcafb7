package luotuo.cli;

import java.util.List;
import luotuo.chat.GroupLine;

/// Lines of a talk among several for people.
final class GroupText {
  private final Session session;

  GroupText(Session session) {
    this.session = session;
  }

  /// Who said what, and who heard it where not all did.
  ///
  /// @param members the names of all
  void line(GroupLine line, List<String> members) {
    String who = line.speaker().isEmpty() ? session.words("chat.you") : line.speaker();
    boolean all = line.heard().size() == members.size();
    String to = all ? "" : " → " + String.join(", ", line.heard());
    session.output().line(line.number() + " " + who + to + " › " + Printable.text(line.text()));
  }
}
