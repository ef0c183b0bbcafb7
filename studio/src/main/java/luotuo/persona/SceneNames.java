package luotuo.persona;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import luotuo.corpus.Scene;
import luotuo.store.FolderName;

/// Scenes with ids that can be names of files, in the order of the story.
final class SceneNames {
  private static final int DIGITS = 4;

  private SceneNames() {}

  /// The same scenes; they keep their ids if files of these names are safe, differ everywhere, and
  /// are read in this order, and are numbered otherwise. The order counts from 0 without gaps.
  static List<Scene> settled(List<Scene> scenes) {
    List<String> ids = scenes.stream().map(Scene::id).toList();
    boolean kept = areSafe(ids) && differ(ids) && StoryOrder.isKept(ids);
    int digits = Math.max(DIGITS, String.valueOf(scenes.size()).length());
    List<Scene> settled = new ArrayList<>(scenes.size());
    for (Scene scene : scenes) {
      int order = settled.size();
      String id = kept ? scene.id() : String.format(Locale.ROOT, "%0" + digits + "d", order + 1);
      settled.add(new Scene(id, order, scene.turns(), scene.restsOn()));
    }
    return settled;
  }

  private static boolean areSafe(List<String> ids) {
    return ids.stream().allMatch(id -> FolderName.of(id).equals(id));
  }

  /// On some systems `a.txt` and `A.txt` are one file.
  private static boolean differ(List<String> ids) {
    Set<String> seen = new HashSet<>();
    return ids.stream().allMatch(id -> seen.add(id.toLowerCase(Locale.ROOT)));
  }
}
