package luotuo.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import luotuo.persona.Persona;
import luotuo.prompt.Prompt;

/// Breaks of form in replies that are whole, whoever let them through.
public final class Breaks {
  private final Persona persona;
  private final List<String> others;

  public Breaks(Persona persona) {
    this.persona = persona;
    Set<String> others = new LinkedHashSet<>(ModelVoice.narrators(persona.language()));
    persona.scenes().forEach(scene -> others.addAll(scene.present()));
    others.removeIf(name -> name.isBlank() || persona.is(name));
    this.others = List.copyOf(others);
  }

  /// What is wrong with a reply, sentence by sentence.
  ///
  /// @param prompt that a language model was given, if one was
  /// @param before the persona's latest replies
  public List<Slip> of(String reply, Optional<Prompt> prompt, List<String> before) {
    String recited = prompt.map(given -> ReplyForm.recited(persona, given)).orElse("");
    ReplyForm form = new ReplyForm(persona, others, recited, before);
    List<Slip> slips = new ArrayList<>();
    new Gate(
            sentence -> {
              form.slip(sentence).ifPresent(slips::add);
              return Optional.empty();
            },
            _ -> {})
        .passed(reply);
    if (reply.isBlank()) {
      slips.add(Slip.WORDLESS);
    }
    return slips;
  }
}
