package luotuo.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Defaults;
import luotuo.app.ModelChoice;
import luotuo.job.Failure;
import luotuo.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Chooses the language model that characters speak with from now on.
@Command(name = "use")
final class ModelUseCommand implements Callable<Integer> {
  private static final String NONE = "none";

  private final Session session;

  @Parameters(paramLabel = "MODEL|URL#MODEL|none", descriptionKey = "used")
  String spec = "";

  ModelUseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<String> chosen = spec.equals(NONE) ? Optional.empty() : Optional.of(chosen());
    Workspace workspace = session.settings().workspace();
    Defaults.of(workspace).withModel(chosen).write(workspace);
    if (session.json()) {
      Map<String, Object> shape = new LinkedHashMap<>();
      shape.put("model", chosen.orElse(""));
      session.output().json(shape);
    } else {
      session
          .output()
          .line(
              chosen
                  .map(model -> session.words("model.use.model", model))
                  .orElseGet(() -> session.words("model.use.none")));
    }
    return Program.DONE;
  }

  /// As it is remembered: a path whole, a name as it is written on the shelf.
  private String chosen() {
    boolean path = !spec.contains("://") && (spec.contains("/") || spec.endsWith(".gguf"));
    if (!path) {
      return new ModelChoice(session.settings()).named(spec);
    }
    Path file = session.settings().here().resolve(spec).normalize();
    if (!Files.isRegularFile(file)) {
      throw Failure.of("file.missing", file);
    }
    return file.toString();
  }
}
