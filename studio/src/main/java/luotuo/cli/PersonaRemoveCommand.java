package luotuo.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import luotuo.persona.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Removes a persona from the workspace.
@Command(name = "remove")
final class PersonaRemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", descriptionKey = "who")
  String name = "";

  PersonaRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Found removed = session.studio().workshop().remove(name);
    if (session.json()) {
      Map<String, Object> shape = new LinkedHashMap<>();
      shape.put("name", removed.name());
      shape.put("removed", true);
      shape.put("folder", removed.path().toString());
      session.output().json(shape);
    } else {
      session.output().line(session.words("remove.done", removed.name(), removed.path()));
    }
    return Program.DONE;
  }
}
