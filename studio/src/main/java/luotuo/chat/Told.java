package luotuo.chat;

import java.util.ArrayList;
import java.util.List;

/// A user's line that a member heard and may learn from. What members say to one another is none.
///
/// @param before what another member, or itself, had said just before in its hearing; may be empty
public record Told(GroupLine line, String before) {

  /// All that a member may learn from, oldest first: nothing that it did not hear, and nothing that
  /// was said off the record.
  public static List<Told> to(String member, List<GroupLine> lines) {
    List<Told> told = new ArrayList<>();
    String before = "";
    for (GroupLine line : lines) {
      if (!line.reached(member)) {
        continue;
      }
      if (line.isUsers() && !line.offRecord() && !line.speaker().equals(member)) {
        told.add(new Told(line, before));
      }
      before = line.isUsers() ? "" : line.text();
    }
    return told;
  }
}
