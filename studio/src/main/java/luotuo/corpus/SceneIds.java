package luotuo.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Names for scenes, each given once: `NAME-001`, `NAME-002` … where they are numbered, else
/// `NAME`, `NAME-2` …
final class SceneIds {
  private final boolean numbered;
  private final Set<String> given = new HashSet<>();
  private final Set<String> stems = new HashSet<>();

  SceneIds(boolean numbered, List<String> stems) {
    this.numbered = numbered;
    this.stems.addAll(stems);
  }

  /// @param number of the scene in its file, from 1
  String next(String stem, int number) {
    if (!numbered && number == 1 && given.add(stem)) {
      return stem;
    }
    int free = number;
    String id = id(stem, free);
    while (stems.contains(id) || !given.add(id)) {
      id = id(stem, ++free);
    }
    return id;
  }

  private String id(String stem, int number) {
    String digits = Integer.toString(number);
    return stem + "-" + (numbered ? "0".repeat(Math.max(0, 3 - digits.length())) : "") + digits;
  }
}
