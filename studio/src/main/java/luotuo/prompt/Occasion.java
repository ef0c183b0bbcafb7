package luotuo.prompt;

import java.util.List;
import luotuo.persona.Persona;

/// The moment that a reply is wanted for.
///
/// @param history oldest first
/// @param summary of what was said before the history; may be empty
/// @param memories of the one who asks, those that matter most first
/// @param recalled what came to mind, nearest first
/// @param slotted scenes for each slot of the persona's instructions
/// @param asker who asks; empty where nobody in particular
public record Occasion(
    Persona persona,
    List<Exchange> history,
    String summary,
    List<String> memories,
    List<Excerpt> recalled,
    List<List<Excerpt>> slotted,
    String asker,
    String question) {
  public Occasion {
    history = List.copyOf(history);
    memories = List.copyOf(memories);
    recalled = List.copyOf(recalled);
    slotted = slotted.stream().map(List::copyOf).toList();
  }

  /// Without a summary, memories and slots.
  public Occasion(
      Persona persona,
      List<Exchange> history,
      List<Excerpt> recalled,
      String asker,
      String question) {
    this(persona, history, "", List.of(), recalled, List.of(), asker, question);
  }
}
