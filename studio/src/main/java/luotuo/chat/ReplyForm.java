package luotuo.chat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.prompt.Prompt;

/// What a sentence of a persona's reply must not be.
final class ReplyForm {
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LOOP = Pattern.compile("(.{1,12}?)\\1{6,}", Pattern.DOTALL);

  /// So many letters in one run are no accident; a Chinese character counts for three.
  private static final int RUN = 45;

  /// A sentence of fewer letters may come back, as catchwords do.
  private static final int MARKED = 24;

  private final Persona persona;
  private final Machines machines;
  private final List<String> others;
  private final String prompt;
  private final Set<String> said = new HashSet<>();

  /// @param others names of those whose words these are not
  /// @param prompt instructions and rules that are not to be recited
  /// @param before the persona's latest replies
  ReplyForm(Persona persona, List<String> others, String prompt, List<String> before) {
    this.persona = persona;
    this.machines = new Machines(persona);
    this.others = List.copyOf(others);
    this.prompt = letters(prompt);
    before.forEach(this::remember);
  }

  /// What a prompt says of how to speak; the profile may be told.
  static String recited(Persona persona, Prompt prompt) {
    String all =
        prompt.parts().stream()
            .filter(part -> part.kind() == Prompt.Kind.PERSONA)
            .map(Prompt.Part::text)
            .findFirst()
            .orElse("");
    return persona.profile().isBlank() ? all : all.replace(persona.profile().strip(), "");
  }

  private void remember(String reply) {
    int from = 0;
    for (int to = SentenceEnds.after(reply, 0, true);
        to > from;
        to = SentenceEnds.after(reply, from, true)) {
      said.add(letters(reply.substring(from, to)));
      from = to;
    }
  }

  /// What is wrong with a sentence, if anything is; one that is right counts as said.
  Optional<Slip> slip(String sentence) {
    String letters = letters(sentence);
    Optional<Slip> slip =
        isOthers(sentence)
            ? Optional.of(Slip.OTHERS)
            : machines.speaks(sentence)
                ? Optional.of(Slip.MACHINE)
                : recites(letters)
                    ? Optional.of(Slip.PROMPT)
                    : repeats(sentence, letters)
                        ? Optional.of(Slip.ITSELF)
                        : isForeign(sentence) ? Optional.of(Slip.TONGUE) : Optional.empty();
    if (slip.isEmpty()) {
      said.add(letters);
    }
    return slip;
  }

  private boolean isOthers(String sentence) {
    String text = sentence.strip();
    return others.stream()
        .anyMatch(
            name ->
                text.startsWith(name)
                    && text.length() > name.length()
                    && ":：".indexOf(text.charAt(name.length())) >= 0);
  }

  private boolean recites(String letters) {
    int from = 0;
    int weight = 0;
    for (int to = 0; to < letters.length(); to++) {
      weight += weight(letters.charAt(to));
      while (!prompt.contains(letters.substring(from, to + 1))) {
        weight -= weight(letters.charAt(from++));
      }
      if (weight >= RUN) {
        return true;
      }
    }
    return false;
  }

  private boolean repeats(String sentence, String letters) {
    int weight = letters.chars().map(ReplyForm::weight).sum();
    return LOOP.matcher(sentence).find() || weight >= MARKED && said.contains(letters);
  }

  private static int weight(int letter) {
    return Character.isIdeographic(letter) ? 3 : 1;
  }

  private boolean isForeign(String sentence) {
    long han = sentence.codePoints().filter(Character::isIdeographic).count();
    long latin = sentence.codePoints().filter(c -> c < 0x250 && Character.isLetter(c)).count();
    return persona.language() == Language.ZH ? han == 0 && latin > 12 : han > 0;
  }

  private static String letters(String text) {
    return MARKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
