package luotuo.eval.fidelity;

import java.util.List;
import java.util.Optional;
import luotuo.chat.Voice;
import luotuo.prompt.Excerpt;

/// What was had of one sample.
///
/// @param lines among which the true one stands; empty where there are too few
/// @param recalled scenes that came to mind, nearest first; empty where nothing is to
/// @param answer what the voice said; empty where it cannot speak
public record Trial(
    Sample sample, List<String> lines, List<Excerpt> recalled, Optional<Voice.Answer> answer) {
  public Trial {
    lines = List.copyOf(lines);
    recalled = List.copyOf(recalled);
  }
}
