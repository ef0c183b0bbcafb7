package luotuo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.MalformedException;
import luotuo.json.Yaml;
import luotuo.store.AtomicFile;
import luotuo.store.FileFailure;
import luotuo.store.Workspace;

/// What the workspace remembers of the user's choices, in `settings.yaml`.
///
/// @param model that characters speak with: a name on the shelf, a path, or `URL#model`
/// @param offered whether a model was offered before
/// @param parallel how many replies one server is asked for at once; further ones wait
public record Defaults(Optional<String> model, boolean offered, int parallel) {
  private static final int PARALLEL = 8;
  private static final int MOST_PARALLEL = 1024;

  public static final Defaults NONE = new Defaults(Optional.empty(), false, PARALLEL);
  private static final String FILE = "settings.yaml";
  private static final Set<Object> KEYS = Set.of("model", "offered", "parallel");

  /// @throws Failure `settings.malformed` with file and line
  public static Defaults of(Workspace workspace) {
    Path file = workspace.root().resolve(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    try {
      String text = Files.readString(file);
      return text.isBlank() ? NONE : read(file, text);
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
  }

  private static Defaults read(Path file, String text) {
    Map<?, ?> keys = yaml(file, text);
    for (Object key : keys.keySet()) {
      if (!KEYS.contains(key)) {
        throw malformed(file, text, key);
      }
    }
    Object model = keys.get("model");
    Object offered = keys.get("offered");
    if (model instanceof Map || model instanceof Iterable) {
      throw malformed(file, text, "model");
    }
    if (offered != null && !(offered instanceof Boolean)) {
      throw malformed(file, text, "offered");
    }
    Object parallel = keys.get("parallel");
    if (parallel != null && !isParallel(parallel)) {
      throw malformed(file, text, "parallel");
    }
    return new Defaults(
        Optional.ofNullable(model).map(Object::toString),
        Boolean.TRUE.equals(offered),
        parallel instanceof Integer number ? number : PARALLEL);
  }

  private static boolean isParallel(Object value) {
    return value instanceof Integer number && number >= 1 && number <= MOST_PARALLEL;
  }

  private static Map<?, ?> yaml(Path file, String text) {
    try {
      return Yaml.read(text, Map.class);
    } catch (MalformedException e) {
      throw new Failure(Problem.of("settings.malformed", file, e.line()), e);
    }
  }

  private static Failure malformed(Path file, String text, Object key) {
    long line = 1 + text.lines().takeWhile(l -> !l.strip().startsWith(key.toString())).count();
    return Failure.of("settings.key", file, line, key);
  }

  public Defaults withModel(Optional<String> to) {
    return new Defaults(to, offered, parallel);
  }

  public Defaults withOffered() {
    return new Defaults(model, true, parallel);
  }

  /// Characters do not speak with a model that is gone.
  ///
  /// @param gone its name, in any case
  public static void forget(Workspace workspace, String gone) {
    Defaults defaults = of(workspace);
    if (defaults.model.filter(gone::equalsIgnoreCase).isPresent()) {
      defaults.withModel(Optional.empty()).write(workspace);
    }
  }

  public void write(Workspace workspace) {
    Map<String, Object> keys = new LinkedHashMap<>();
    model.ifPresent(name -> keys.put("model", name));
    keys.put("offered", offered);
    if (parallel != PARALLEL) {
      keys.put("parallel", parallel);
    }
    workspace.ready(workspace.root());
    AtomicFile.write(workspace.root().resolve(FILE), Yaml.write(keys));
  }
}
