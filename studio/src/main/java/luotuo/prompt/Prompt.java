package luotuo.prompt;

import java.util.List;
import luotuo.model.Message;

/// What a model is given for one reply.
///
/// @param parts what it is made of, in order; their tokens together are [#tokens]
/// @param messages exactly what is sent
/// @param tokens of the whole, with the marks round messages
/// @param scenes the recalled scenes that found room, nearest first, and those in the persona's
///   slots
/// @param turns how many of the latest turns of the history found room
public record Prompt(
    List<Part> parts, List<Message> messages, int tokens, List<Excerpt> scenes, int turns) {
  public Prompt {
    parts = List.copyOf(parts);
    messages = List.copyOf(messages);
    scenes = List.copyOf(scenes);
  }

  /// The text of a part.
  String text(Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .map(Part::text)
        .findFirst()
        .orElse("");
  }

  /// A part of a prompt.
  ///
  /// @param text as it is sent; empty for marks
  /// @param leftOut what found no room: scenes by their names, turns and memories by their words,
  ///   text by how many characters of it
  public record Part(Kind kind, String text, int tokens, List<String> leftOut) {
    public Part {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// What a part is there for.
  public enum Kind {
    /// Who the persona is and how it speaks; the same from turn to turn.
    PERSONA,
    /// What was said before the history.
    SUMMARY,
    HISTORY,
    /// What is remembered of the one who asks.
    MEMORIES,
    SCENES,
    QUESTION,
    /// What the model's own form adds round messages.
    MARKS
  }
}
