package luotuo.eval.fidelity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import luotuo.chat.Breaks;
import luotuo.chat.Slip;
import luotuo.chat.Voice;
import luotuo.persona.Persona;

/// Whether replies have the form of a reply, and what it took.
final class FormScorer implements Scorer {
  private final Breaks breaks;
  private final Set<String> given = new HashSet<>();

  FormScorer(Persona persona) {
    this.breaks = new Breaks(persona);
  }

  @Override
  public List<Score> score(Trial trial) {
    return trial.answer().map(this::score).orElse(List.of());
  }

  private List<Score> score(Voice.Answer answer) {
    String text = answer.text();
    List<Slip> slips = breaks.of(text, answer.prompt(), List.of());
    String kinds = slips.stream().map(Slip::name).distinct().collect(Collectors.joining(", "));
    boolean fallback = answer.prompt().isPresent() && answer.completion().isEmpty();
    return List.of(
        new Score(Measured.IN_FORM, slips.isEmpty() ? 1 : 0, text, kinds),
        Score.of(Measured.HELD_BACK, !answer.slips().isEmpty(), text),
        Score.of(Measured.OWN_LINES, fallback, text),
        Score.of(Measured.REPEATED, !given.add(text.strip()), text));
  }
}
