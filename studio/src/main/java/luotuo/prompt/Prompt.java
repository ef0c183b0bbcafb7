package luotuo.prompt;

import java.util.List;
import luotuo.model.Message;

/// What a model is given for one reply.
///
/// @param parts what it is made of, in order; their tokens together are [#tokens]
/// @param messages exactly what is sent
/// @param tokens of the whole, with the marks round messages
/// @param scenes the recalled scenes that found room, nearest first
public record Prompt(List<Part> parts, List<Message> messages, int tokens, List<Excerpt> scenes) {
  public Prompt {
    parts = List.copyOf(parts);
    messages = List.copyOf(messages);
    scenes = List.copyOf(scenes);
  }

  /// A part of a prompt.
  ///
  /// @param text as it is sent; empty for marks
  /// @param leftOut how many scenes or turns of this kind found no room
  public record Part(Kind kind, String text, int tokens, int leftOut) {}

  /// What a part is there for.
  public enum Kind {
    /// Who the persona is and how it speaks; the same from turn to turn.
    PERSONA,
    HISTORY,
    SCENES,
    QUESTION,
    /// What the model's own form adds round messages.
    MARKS
  }
}
