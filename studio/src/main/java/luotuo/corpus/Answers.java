package luotuo.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives the answers in JSON lines, which name nobody, to the character.
final class Answers {
  private Answers() {}

  /// @param character may be empty: then who seems to be the character of the other scenes, or else
  ///   the source's own name
  static List<Scene> given(List<Scene> scenes, String character, Path source) {
    if (scenes.stream().noneMatch(Answers::unnamed)) {
      return scenes;
    }
    String name = character.isBlank() ? guess(scenes, source) : character;
    return scenes.stream().map(scene -> unnamed(scene) ? named(scene, name) : scene).toList();
  }

  private static String guess(List<Scene> scenes, Path source) {
    Set<Source> lines =
        scenes.stream()
            .flatMap(scene -> scene.turns().stream())
            .filter(Answers::unnamed)
            .map(Turn::source)
            .collect(Collectors.toSet());
    List<Scene> others = scenes.stream().flatMap(scene -> without(scene, lines)).toList();
    Path own = source.toAbsolutePath().normalize().getFileName();
    return Speakers.proposeCharacter(others)
        .orElse(own == null ? "?" : TextFile.stem(own.toString()));
  }

  private static Stream<Scene> without(Scene scene, Set<Source> lines) {
    List<Turn> turns =
        scene.turns().stream().filter(turn -> !lines.contains(turn.source())).toList();
    return turns.isEmpty() ? Stream.of() : Stream.of(new Scene(scene.id(), scene.order(), turns));
  }

  private static boolean unnamed(Scene scene) {
    return scene.turns().stream().anyMatch(Answers::unnamed);
  }

  private static boolean unnamed(Turn turn) {
    return turn instanceof Turn.Said said && said.speaker().equals(JsonLine.CHARACTER);
  }

  private static Scene named(Scene scene, String name) {
    List<Turn> turns = scene.turns().stream().map(turn -> named(turn, name)).toList();
    return new Scene(scene.id(), scene.order(), turns, scene.restsOn());
  }

  private static Turn named(Turn turn, String name) {
    return unnamed(turn) ? new Turn.Said(name, turn.text(), turn.source()) : turn;
  }
}
