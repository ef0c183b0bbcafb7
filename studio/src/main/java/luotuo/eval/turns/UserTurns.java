package luotuo.eval.turns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.persona.Language;
import luotuo.persona.Persona;

/// What a user says in a scripted talk: greetings, questions, provocations, nonsense.
public final class UserTurns {
  /// How many there are.
  public static final int MOST = 20;

  private UserTurns() {}

  /// In the persona's language, always the same.
  ///
  /// @param most the first so many
  public static List<String> of(Persona persona, int most) {
    String other = other(persona);
    return lines(persona.language())
        .limit(most)
        .map(line -> line.replace("{name}", persona.name()).replace("{other}", other))
        .toList();
  }

  private static java.util.stream.Stream<String> lines(Language language) {
    String name = "/luotuo/eval/turns-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    try (var in = Objects.requireNonNull(UserTurns.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// Who else speaks most in the persona's scenes.
  private static String other(Persona persona) {
    Map<String, Integer> lines = new TreeMap<>();
    for (Scene scene : persona.scenes()) {
      for (Turn turn : scene.turns()) {
        if (turn instanceof Turn.Said said && !persona.is(said.speaker())) {
          lines.merge(said.speaker(), 1, Integer::sum);
        }
      }
    }
    return lines.entrySet().stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey)
        .orElse(persona.language() == Language.ZH ? "邻居" : "your neighbour");
  }
}
