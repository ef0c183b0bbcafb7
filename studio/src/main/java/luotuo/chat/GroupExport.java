package luotuo.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import luotuo.json.Json;
import luotuo.store.FolderName;

/// A talk among several as text to keep elsewhere.
public final class GroupExport {
  private static final int MOST_NAMES = 3;

  private GroupExport() {}

  /// What a file of it is called, without an ending.
  public static String name(GroupSummary talk) {
    String names = talk.members().stream().limit(MOST_NAMES).collect(Collectors.joining("-"));
    return FolderName.of(names) + "-group-" + talk.id();
  }

  /// One JSON object a line of the talk and of the text, with everything that is stored.
  public static String jsonLines(GroupSummary talk, List<GroupLine> lines) {
    StringBuilder text = new StringBuilder();
    for (GroupLine line : lines) {
      text.append(Json.write(fields(talk, line))).append('\n');
    }
    return text.toString();
  }

  private static Map<String, Object> fields(GroupSummary talk, GroupLine line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("group", talk.id());
    fields.put("personas", talk.members());
    fields.put("topic", talk.topic());
    fields.put("created", talk.created().toString());
    fields.put("number", line.number());
    fields.put("at", line.at().toString());
    fields.put("speaker", line.speaker());
    fields.put("user", line.isUsers());
    fields.put("text", line.text());
    fields.put("heard", line.heard());
    fields.put("offRecord", line.offRecord());
    fields.put("voice", line.voice());
    fields.put("evidence", line.evidence());
    return fields;
  }

  /// For people: who said what, to whom where not everybody heard it, and what it rests on.
  ///
  /// @param nobody what to call a user without a name, such as `You`
  public static String markdown(GroupSummary talk, List<GroupLine> lines, String nobody) {
    TalkPage page =
        new TalkPage(String.join(", ", talk.members()) + " · group-" + talk.id())
            .line(talk.created().toString());
    if (!talk.topic().isEmpty()) {
      page.line("").line(talk.topic());
    }
    String user = nobody;
    for (GroupLine line : lines) {
      String speaker = line.speaker().isEmpty() ? nobody : line.speaker();
      user = line.isUsers() ? speaker : user;
      page.say(speaker + whispered(talk, line, user), line.text());
      line.evidence().forEach(page::rest);
    }
    return page.toString();
  }

  /// To whom a line was said, where not everybody heard it. The user hears all.
  private static String whispered(GroupSummary talk, GroupLine line, String user) {
    if (line.heard().size() >= talk.members().size()) {
      return "";
    }
    String others =
        line.heard().stream()
            .filter(name -> line.isUsers() || !name.equals(line.speaker()))
            .collect(Collectors.joining(", "));
    return " → " + (others.isEmpty() ? user : others);
  }
}
