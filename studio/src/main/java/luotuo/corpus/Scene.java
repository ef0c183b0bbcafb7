package luotuo.corpus;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Turns that belong together, with their place in the story.
///
/// @param id unique within a persona; in a ChatHaruhi folder the file's name without its ending
/// @param order place in the story, from 0
/// @param turns at least one, in the order in which they happen
/// @param restsOn lines of another text that a written scene takes its facts from; mostly empty
public record Scene(String id, int order, List<Turn> turns, List<Source> restsOn) {
  public Scene {
    turns = List.copyOf(turns);
    restsOn = List.copyOf(restsOn);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("scene " + id + " has no turn");
    }
  }

  public Scene(String id, int order, List<Turn> turns) {
    this(id, order, turns, List.of());
  }

  /// Whether a number means the scene of this id: `7` is scene `007`.
  public static boolean isNumbered(String id, String number) {
    return isNumber(id) && isNumber(number) && Long.parseLong(id) == Long.parseLong(number);
  }

  private static boolean isNumber(String text) {
    return text.length() < 10 && text.matches("[0-9]+");
  }

  /// Where the scene begins.
  public Source source() {
    return turns.getFirst().source();
  }

  /// The names of those who speak or act, in the order of their first turn.
  public Set<String> present() {
    Set<String> names = new LinkedHashSet<>();
    for (Turn turn : turns) {
      switch (turn) {
        case Turn.Said said -> names.add(said.speaker());
        case Turn.Did did -> names.add(did.speaker());
        case Turn.Narrated _, Turn.Passage _ -> {}
      }
    }
    return names;
  }
}
