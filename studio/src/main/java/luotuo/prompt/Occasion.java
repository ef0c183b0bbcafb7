package luotuo.prompt;

import java.util.List;
import luotuo.persona.Persona;

/// The moment that a reply is wanted for.
///
/// @param history oldest first
/// @param recalled what came to mind, nearest first
/// @param asker who asks; empty where nobody in particular
public record Occasion(
    Persona persona,
    List<Exchange> history,
    List<Excerpt> recalled,
    String asker,
    String question) {
  public Occasion {
    history = List.copyOf(history);
    recalled = List.copyOf(recalled);
  }
}
