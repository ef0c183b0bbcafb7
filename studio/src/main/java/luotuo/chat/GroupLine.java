package luotuo.chat;

import java.time.Instant;
import java.util.List;

/// A line of a talk among several.
///
/// @param number place in the talk, from 1
/// @param speaker the name of a persona; empty for the user, where the user has given no name
/// @param heard the names of the members who heard it, the speaker among them
/// @param evidence what a persona's line rests on, best first
/// @param at when the line was stored
public record GroupLine(
    int number,
    String speaker,
    String text,
    List<String> heard,
    List<Evidence> evidence,
    String voice,
    Instant at) {
  public GroupLine {
    heard = List.copyOf(heard);
    evidence = List.copyOf(evidence);
  }
}
