package luotuo.corpus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for names that one person speaks under: `春日` beside `凉宫春日`.
final class Aliases {
  private static final List<String> TOGETHER = List.of(" and ", "&", ",", "，", "、", "/");
  private static final int SELDOM = 10;

  private final Map<String, Integer> scenesOf = new LinkedHashMap<>();
  private final Map<String, Integer> scenesOfBoth = new HashMap<>();
  private final List<Scene> scenes;

  Aliases(List<Scene> scenes) {
    this.scenes = scenes;
  }

  /// @return by alias, why
  Map<String, String> of(String name) {
    count(name);
    Map<String, String> aliases = new LinkedHashMap<>();
    for (String other : scenesOf.keySet()) {
      if (!other.equals(name) && !group(other) && alike(name, other) && apart(name, other)) {
        aliases.put(other, why(name, other));
      }
    }
    return aliases;
  }

  private void count(String name) {
    for (Scene scene : scenes) {
      Set<String> present = scene.present();
      for (String one : present) {
        scenesOf.merge(one, 1, Integer::sum);
        if (present.contains(name)) {
          scenesOfBoth.merge(one, 1, Integer::sum);
        }
      }
    }
  }

  /// Several people at once are nobody's alias.
  private static boolean group(String name) {
    return TOGETHER.stream().anyMatch(name::contains);
  }

  private boolean alike(String name, String other) {
    String inner = name.length() < other.length() ? name : other;
    String outer = inner.equals(name) ? other : name;
    return within(inner, outer)
        && scenesOf.keySet().stream()
            .filter(third -> !third.equals(outer) && !third.equals(inner) && !group(third))
            .noneMatch(third -> within(inner, third));
  }

  /// At least two Han characters, or a whole word of letters.
  private static boolean within(String inner, String outer) {
    int at = outer.indexOf(inner);
    if (at < 0 || inner.length() < 2) {
      return false;
    }
    if (Signs.wide(inner.charAt(0))) {
      return true;
    }
    int end = at + inner.length();
    boolean begins = at == 0 || !Character.isLetterOrDigit(outer.charAt(at - 1));
    boolean ends = end == outer.length() || !Character.isLetterOrDigit(outer.charAt(end));
    return begins && ends;
  }

  /// One person seldom talks with himself.
  private boolean apart(String name, String other) {
    return scenesOfBoth.getOrDefault(other, 0) * SELDOM <= rarer(name, other);
  }

  private int rarer(String name, String other) {
    int own = scenesOf.getOrDefault(name, 0);
    int others = scenesOf.getOrDefault(other, 0);
    return own == 0 ? others : Math.min(own, others);
  }

  private String why(String name, String other) {
    String inner = name.length() < other.length() ? name : other;
    String outer = inner.equals(name) ? other : name;
    int both = scenesOfBoth.getOrDefault(other, 0);
    return inner + " ⊂ " + outer + " (" + both + "/" + rarer(name, other) + ")";
  }
}
