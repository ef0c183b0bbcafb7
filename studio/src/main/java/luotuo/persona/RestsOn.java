package luotuo.persona;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.MalformedException;
import luotuo.json.Yaml;
import org.jspecify.annotations.Nullable;

/// `rests-on.yaml`: which lines of another text the scenes were written after.
///
/// @param source the other text, as a file's name
/// @param scenes by the scene's id, the lines; `FILE:LINE` is a line of yet another text
record RestsOn(@Nullable String source, @Nullable Map<String, List<String>> scenes) {
  static final String FILE = "rests-on.yaml";
  static final RestsOn NOTHING = new RestsOn(null, null);

  static RestsOn read(Path file, String text) {
    try {
      return Yaml.read(text, RestsOn.class);
    } catch (MalformedException e) {
      throw Malformed.in(file, e);
    }
  }

  /// What one scene rests on.
  List<Source> of(String scene) {
    List<String> lines = scenes == null ? null : scenes.get(scene);
    return lines == null ? List.of() : lines.stream().map(this::source).toList();
  }

  private Source source(String line) {
    int colon = line.lastIndexOf(':');
    String file = colon < 0 ? (source == null ? "" : source) : line.substring(0, colon);
    try {
      return new Source(file, Integer.parseInt(line.substring(colon + 1).strip()));
    } catch (NumberFormatException e) {
      throw new Failure(Problem.of("persona.restsOn", FILE, line), e);
    }
  }

  /// The text of the file; empty where no scene rests on anything.
  static Optional<String> write(List<Scene> scenes) {
    Map<String, List<Object>> lines = new LinkedHashMap<>();
    String main = "";
    for (Scene scene : scenes) {
      if (!scene.restsOn().isEmpty()) {
        main = main.isEmpty() ? scene.restsOn().getFirst().file() : main;
        lines.put(scene.id(), lines(scene, main));
      }
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("source", main);
    file.put("scenes", lines);
    return lines.isEmpty() ? Optional.empty() : Optional.of(Yaml.write(file));
  }

  private static List<Object> lines(Scene scene, String main) {
    return scene.restsOn().stream()
        .map(at -> at.file().equals(main) ? (Object) at.line() : at.toString())
        .toList();
  }
}
