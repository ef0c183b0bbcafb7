package luotuo.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What people tell of their lives, in concepts: `老娘`, `家母` and `Mum` all name the mother.
///
/// At each place of a text the longest known wording counts. A question may name a concept that a
/// statement only answers: `吃哪碗饭` asks for work, and `修钟表` is one.
final class Concepts {
  /// Who the speaker is.
  static final String SELF = "self";

  private static final int LONGEST = 8;
  private static final Pattern UNIT = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}']+");

  private final Map<String, Set<String>> named = new HashMap<>();
  private final Map<String, Set<String>> answered = new HashMap<>();

  static Concepts load() {
    Concepts concepts = new Concepts();
    for (String language : List.of("zh", "en")) {
      resource(language)
          .lines()
          .filter(l -> !l.isBlank() && l.charAt(0) != '#')
          .forEach(concepts::add);
    }
    return concepts;
  }

  /// `concept: wording, wording < wording`; Chinese ones need no comma.
  private void add(String line) {
    int colon = line.indexOf(':');
    String concept = line.substring(0, colon);
    String[] sides = line.substring(colon + 1).split("<", 2);
    add(sides[0], concept, named);
    if (sides.length > 1) {
      add(sides[1], concept, answered);
    }
  }

  private static void add(String wordings, String concept, Map<String, Set<String>> to) {
    for (String wording : wordings.split(hasHan(wordings) ? "\\s+" : ",")) {
      String key = String.join(" ", units(wording));
      if (!key.isEmpty()) {
        to.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(concept);
      }
    }
  }

  /// The concepts that a question is about.
  Set<String> asked(String text) {
    return in(text, false);
  }

  /// The concepts that a statement is about or answers.
  Set<String> stated(String text) {
    return in(text, true);
  }

  private Set<String> in(String text, boolean stated) {
    List<String> units = units(text);
    Set<String> found = new LinkedHashSet<>();
    int at = 0;
    while (at < units.size()) {
      at += longest(units, at, stated, found);
    }
    return found;
  }

  /// @return how many units the longest wording at this place takes; 1 where there is none
  private int longest(List<String> units, int at, boolean stated, Set<String> found) {
    for (int length = Math.min(LONGEST, units.size() - at); length > 0; length--) {
      String wording = String.join(" ", units.subList(at, at + length));
      Set<String> is = named.get(wording);
      Set<String> answers = answered.get(wording);
      if (is != null || answers != null) {
        found.addAll(is == null ? Set.of() : is);
        found.addAll(stated && answers != null ? answers : Set.of());
        return length;
      }
    }
    return 1;
  }

  /// Characters of Han, and words of other scripts without their commonest endings.
  private static List<String> units(String text) {
    List<String> units = new ArrayList<>();
    var matcher = UNIT.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String unit = matcher.group();
      units.add(hasHan(unit) ? unit : stem(unit));
    }
    return units;
  }

  private static String stem(String word) {
    String stem = word.replaceAll("'s$|'$", "");
    return stem.length() > 4
        ? stem.replaceAll("(ing|ed|es|s|e)$", "")
        : stem.length() > 3 ? stem.replaceAll("s$", "") : stem;
  }

  static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  private static String resource(String language) {
    String name = "/luotuo/memory/concepts-" + language + ".txt";
    try (var in = Concepts.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
