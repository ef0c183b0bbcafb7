package luotuo.corpus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who takes part in scenes, and who of them the character might be.
public final class Speakers {
  private static final int MANY_ASKERS = 3;

  private Speakers() {}

  /// Everybody who speaks or acts, most first; narrators are nobody.
  public static List<Speaker> count(List<Scene> scenes) {
    Map<String, Integer> turns = new LinkedHashMap<>();
    for (Scene scene : scenes) {
      scene.turns().forEach(turn -> turns.merge(of(turn), 1, Integer::sum));
    }
    turns.remove("");
    return turns.entrySet().stream()
        .map(entry -> new Speaker(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt(Speaker::turns).reversed())
        .toList();
  }

  /// The one who answers: in an interview who replies to many askers, else who takes most turns,
  /// where a question put to somebody counts as one more of theirs and one less of the asker's.
  public static Optional<String> proposeCharacter(List<Scene> scenes) {
    return answerer(scenes).or(() -> asked(scenes));
  }

  private static Optional<String> asked(List<Scene> scenes) {
    Map<String, Integer> worth = new LinkedHashMap<>();
    count(scenes).forEach(speaker -> worth.put(speaker.name(), speaker.turns()));
    for (Scene scene : scenes) {
      String asker = "";
      for (Turn turn : scene.turns()) {
        String speaker = of(turn);
        if (!asker.isEmpty() && !speaker.isEmpty() && !speaker.equals(asker)) {
          worth.merge(asker, -1, Integer::sum);
          worth.merge(speaker, 1, Integer::sum);
        }
        asker = turn instanceof Turn.Said said && isQuestion(said.text()) ? speaker : "";
      }
    }
    return worth.entrySet().stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .map(Map.Entry::getKey);
  }

  /// Whether nothing but marks stands behind a question mark.
  private static boolean isQuestion(String text) {
    int last = text.length() - 1;
    while (last >= 0 && !Character.isLetterOrDigit(text.charAt(last))) {
      if ("?？".indexOf(text.charAt(last)) >= 0) {
        return true;
      }
      last--;
    }
    return false;
  }

  /// Other names that the character of this name seems to speak under.
  ///
  /// @return by alias, why: the shorter name within the longer, then in how many scenes both take
  ///   part, of how many scenes of the rarer
  public static Map<String, String> proposeAliases(List<Scene> scenes, String name) {
    return new Aliases(scenes).of(name);
  }

  /// Who speaks or acts in a turn, or an empty string.
  static String of(Turn turn) {
    return switch (turn) {
      case Turn.Said said -> said.speaker();
      case Turn.Did did -> did.speaker();
      case Turn.Narrated _, Turn.Passage _ -> "";
    };
  }

  /// Who has the last word in four of five conversations, and others ask.
  private static Optional<String> answerer(List<Scene> scenes) {
    Map<String, Integer> last = new HashMap<>();
    Map<String, Set<String>> askers = new HashMap<>();
    int conversations = 0;
    for (Scene scene : scenes) {
      List<String> speakers =
          scene.turns().stream().map(Speakers::of).filter(s -> !s.isEmpty()).toList();
      if (speakers.isEmpty() || speakers.getFirst().equals(speakers.getLast())) {
        continue;
      }
      conversations++;
      last.merge(speakers.getLast(), 1, Integer::sum);
      askers.computeIfAbsent(speakers.getLast(), _ -> new HashSet<>()).add(speakers.getFirst());
    }
    int most = conversations;
    return last.entrySet().stream()
        .filter(entry -> entry.getValue() * 5 >= most * 4)
        .map(Map.Entry::getKey)
        .filter(name -> askers.getOrDefault(name, Set.of()).size() >= MANY_ASKERS)
        .findFirst();
  }
}
