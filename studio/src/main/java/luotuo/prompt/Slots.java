package luotuo.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.persona.Persona;

/// The places in a persona's instructions that scenes are put into, in ChatHaruhi's form: a line
/// with `{{RAG对话}}`, `{{RAG对话|a question}}` or `{{RAG多对话|token<=1000|n<=5}}` becomes scenes.
public final class Slots {
  private static final Pattern SLOT = Pattern.compile("\\{\\{RAG(多?)对话((?:\\|[^|{}]*)*)}}");
  private static final Pattern LIMIT = Pattern.compile("(token|n)\\s*(?:<=|≤|=)\\s*(\\d{1,6})");
  private static final int MANY = 5;

  private Slots() {}

  /// One place.
  ///
  /// @param question whose scenes are wanted; where empty, those of what is being said
  /// @param most scenes
  /// @param tokens that they may have together, where there is a limit
  public record Slot(Optional<String> question, int most, OptionalInt tokens) {}

  /// In their order.
  public static List<Slot> of(Persona persona) {
    List<Slot> slots = new ArrayList<>();
    persona
        .instructions()
        .lines()
        .forEach(
            line -> {
              Matcher slot = SLOT.matcher(line);
              if (slot.find()) {
                slots.add(slot(!slot.group(1).isEmpty(), slot.group(2)));
              }
            });
    return slots;
  }

  private static Slot slot(boolean many, String options) {
    Optional<String> question = Optional.empty();
    int most = many ? MANY : 1;
    OptionalInt tokens = OptionalInt.empty();
    for (String option : options.split("\\|")) {
      Matcher limit = LIMIT.matcher(option.strip());
      if (limit.matches() && limit.group(1).equals("n")) {
        most = Math.max(1, Integer.parseInt(limit.group(2)));
      } else if (limit.matches()) {
        tokens = OptionalInt.of(Integer.parseInt(limit.group(2)));
      } else if (!option.isBlank()) {
        question = Optional.of(option.strip());
      }
    }
    return new Slot(question, many ? most : 1, tokens);
  }

  /// The instructions with each slot's line replaced, each scene after a line `###`.
  ///
  /// @param scenes for each slot in its order; a slot without scenes leaves no line
  static String filled(String instructions, List<List<Excerpt>> scenes) {
    List<String> lines = new ArrayList<>();
    int slot = 0;
    for (String line : instructions.lines().toList()) {
      if (!SLOT.matcher(line).find()) {
        lines.add(line);
      } else {
        List<Excerpt> here = slot < scenes.size() ? scenes.get(slot) : List.of();
        here.forEach(scene -> lines.add("###\n" + scene.text()));
        slot++;
      }
    }
    return String.join("\n", lines);
  }
}
