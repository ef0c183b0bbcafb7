package luotuo.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import luotuo.app.Defaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Removes a language model, or what a broken pull left of one.
@Command(name = "remove")
final class ModelRemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "MODEL", descriptionKey = "model")
  String name = "";

  ModelRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path folder = session.library().remove(name);
    Defaults.forget(session.settings().workspace(), name);
    if (session.json()) {
      Map<String, Object> shape = new LinkedHashMap<>();
      shape.put("name", String.valueOf(folder.getFileName()));
      shape.put("removed", true);
      shape.put("folder", folder.toString());
      session.output().json(shape);
    } else {
      session.output().line(session.words("model.removed", folder.getFileName(), folder));
    }
    return Program.DONE;
  }
}
