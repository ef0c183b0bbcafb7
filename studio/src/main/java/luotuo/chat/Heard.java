package luotuo.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luotuo.model.Usage;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// A talk among several as one member knows it: what the others said in its hearing is what it was
/// asked, and its own lines are its replies. What it did not hear is nowhere in it.
final class Heard {
  private final Persona member;
  private final List<String> members;
  private final String topic;
  private final List<ConversationTurn> history = new ArrayList<>();
  private final List<GroupLine> open = new ArrayList<>();

  /// @param members the names of all who take part
  /// @param topic what the talk is to be about; may be empty
  Heard(Persona member, List<String> members, String topic, List<GroupLine> lines) {
    this.member = member;
    this.members = List.copyOf(members);
    this.topic = topic;
    lines.stream().filter(line -> line.reached(member.name())).forEach(this::hear);
  }

  private void hear(GroupLine line) {
    if (!line.speaker().equals(member.name())) {
      open.add(line);
      return;
    }
    Reply reply =
        new Reply(
            words(), line.text(), false, line.evidence(), line.voice(), "", 0, Usage.NONE, "");
    int number = history.size() + 1;
    history.add(new ConversationTurn(number, number - 1, number, asker(), Instant.EPOCH, reply));
    open.clear();
  }

  List<ConversationTurn> history() {
    return List.copyOf(history);
  }

  /// What the member has to reply to now.
  ///
  /// @param how what may come to its mind
  Voice.Question question(Voice.Question how) {
    Set<String> others = new LinkedHashSet<>(members);
    others.remove(member.name());
    return new Voice.Question(
        words(),
        asker(),
        how.until(),
        how.present(),
        how.unlike(),
        List.copyOf(others),
        false,
        List.of());
  }

  /// The line whose speaker it has to mind now: the last of a user that it has not replied to, or
  /// the only one of anybody.
  Optional<GroupLine> minded() {
    Optional<GroupLine> users = open.stream().filter(GroupLine::isUsers).reduce((_, last) -> last);
    return users.or(() -> open.stream().filter(_ -> open.size() == 1).findFirst());
  }

  private String asker() {
    return open.size() == 1 ? open.getFirst().speaker() : "";
  }

  private String words() {
    if (open.isEmpty()) {
      return opening();
    }
    if (open.size() == 1) {
      return open.getFirst().text();
    }
    String colon = member.language() == Language.ZH ? "：" : ": ";
    return String.join(
        "\n",
        open.stream()
            .map(
                line ->
                    line.speaker().isEmpty() ? line.text() : line.speaker() + colon + line.text())
            .toList());
  }

  private String opening() {
    boolean chinese = member.language() == Language.ZH;
    if (topic.isEmpty()) {
      return chinese ? "大家都在，你先开个头吧。" : "Everybody is here. You begin.";
    }
    return chinese ? "说说" + topic + "吧。" : "Let us talk about " + topic + ".";
  }
}
