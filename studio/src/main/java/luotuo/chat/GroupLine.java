package luotuo.chat;

import java.time.Instant;
import java.util.List;

/// A line of a talk among several.
///
/// @param number place in the talk, from 1
/// @param speaker the name of a persona; empty for the user, where the user has given no name
/// @param heard the names of the members who heard it, the speaker among them
/// @param evidence what a persona's line rests on, best first
/// @param offRecord whether it is never to be learned from
/// @param at when the line was stored
public record GroupLine(
    int number,
    String speaker,
    String text,
    List<String> heard,
    List<Evidence> evidence,
    String voice,
    boolean offRecord,
    Instant at) {
  public GroupLine {
    heard = List.copyOf(heard);
    evidence = List.copyOf(evidence);
  }

  /// What the user says.
  static GroupLine told(String asker, String text, List<String> heard, boolean offRecord) {
    return new GroupLine(0, asker, text, heard, List.of(), "", offRecord, Instant.EPOCH);
  }

  /// What a member says.
  static GroupLine spoken(GroupMember member, Voice.Answer answer, List<String> heard) {
    return new GroupLine(
        0,
        member.name(),
        answer.text(),
        heard,
        answer.evidence(),
        member.voice().name(),
        false,
        Instant.EPOCH);
  }

  /// Whether a member heard it.
  public boolean reached(String member) {
    return heard.contains(member);
  }

  /// Whether the user said it, under whatever name: no voice found the words.
  public boolean isUsers() {
    return voice.isEmpty();
  }
}
