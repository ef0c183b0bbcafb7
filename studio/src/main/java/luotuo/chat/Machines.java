package luotuo.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// Whether a sentence calls its speaker a machine: in the first person, by name, as "she" where the
/// name stands before, or in a roundabout way ("me being an AI").
///
/// What denies it, asks it, says it of others, or reports an opinion passes, and so does everything
/// that a persona says whose own profile calls it a machine. Told by patterns, clause by clause.
final class Machines {
  private static final Pattern CLAUSE = Pattern.compile("[^，。！？；,.;!?\\n]+[，。！？；,.;!?\\n]*");
  private static final Pattern QUESTION = Pattern.compile("[?？]|[吗么][^\\p{L}\\p{N}]*$");

  private final Pattern names;
  private final boolean isOne;

  Machines(Persona persona) {
    String any =
        persona.names().stream()
            .filter(name -> !name.isBlank())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(", ")"));
    names =
        Pattern.compile(
            persona.language() == Language.ZH ? any : "(?<!\\p{L})" + any + "(?!\\p{L})");
    String profile = named(persona.profile());
    isOne = MachineWords.all().stream().anyMatch(words -> words.profile().matcher(profile).find());
  }

  private String named(String text) {
    return names.matcher(text).replaceAll(MachineWords.NAME);
  }

  /// Whether the sentence is a machine's.
  boolean speaks(String sentence) {
    String named = named(sentence);
    return !isOne && MachineWords.all().stream().anyMatch(words -> speaks(named, words));
  }

  private static boolean speaks(String named, MachineWords words) {
    boolean pronouns = false;
    Matcher clause = CLAUSE.matcher(named);
    while (clause.find()) {
      pronouns |= clause.group().contains(MachineWords.NAME);
      if (isCalled(clause.group(), words, pronouns)) {
        return true;
      }
    }
    return words.roundabout().matcher(named).find();
  }

  private static boolean isCalled(String clause, MachineWords words, boolean pronouns) {
    Matcher match = (pronouns ? words.speakerOrPronoun() : words.speaker()).matcher(clause);
    return match.find()
        && !QUESTION.matcher(clause).find()
        && !words.reported().matcher(clause.substring(0, match.start())).find();
  }
}
