package luotuo.app;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import luotuo.corpus.Chapter;
import luotuo.corpus.Scene;
import luotuo.job.Failure;
import luotuo.persona.Persona;

/// Which scenes may be recalled, from the names that a user gives.
public final class StoryTime {
  private StoryTime() {}

  /// The place in the story of a scene or a chapter: only what is before it may be recalled.
  ///
  /// @param scene its name, or a chapter's heading or number, such as `第四十回` or `40`
  /// @throws Failure `scene.unknown` with the first and the last scene
  public static int until(Persona persona, String scene) {
    List<Scene> scenes = persona.scenes();
    return scenes.stream()
        .filter(s -> s.id().equals(scene))
        .findFirst()
        .or(() -> scenes.stream().filter(s -> Scene.isNumbered(s.id(), scene)).findFirst())
        .or(() -> scenes.stream().filter(s -> begins(s, Chapter.named(scene))).findFirst())
        .map(Scene::order)
        .orElseThrow(() -> unknown(persona, scene));
  }

  private static boolean begins(Scene scene, OptionalInt chapter) {
    return chapter.isPresent() && Chapter.number(scene.turns().getFirst().text()).equals(chapter);
  }

  private static Failure unknown(Persona persona, String scene) {
    return persona.scenes().isEmpty()
        ? Failure.of("scene.none", persona.name())
        : Failure.of(
            "scene.unknown",
            scene,
            persona.name(),
            persona.scenes().getFirst().id(),
            persona.scenes().getLast().id());
  }

  /// The names, if each of them takes part in a scene.
  ///
  /// @throws Failure `present.unknown`
  public static List<String> present(Persona persona, List<String> names) {
    Set<String> known = new TreeSet<>();
    persona.scenes().forEach(scene -> known.addAll(scene.present()));
    for (String name : names) {
      if (!known.contains(name)) {
        String some = String.join(", ", known.stream().limit(12).toList());
        throw Failure.of("present.unknown", name, persona.name(), some);
      }
    }
    return names;
  }
}
