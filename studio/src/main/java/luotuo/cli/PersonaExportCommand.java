package luotuo.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import luotuo.persona.Found;
import luotuo.persona.Persona;
import luotuo.persona.PersonaExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a persona as a folder of the user's choice.
@Command(name = "export")
final class PersonaExportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "who")
  String name = "";

  @Parameters(index = "1", paramLabel = "FOLDER", descriptionKey = "target")
  Path target = Path.of("");

  @Option(names = "--replace")
  boolean replace;

  PersonaExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Found found = session.studio().personas().find(name);
    Path folder = session.settings().here().resolve(target).normalize();
    Persona persona = PersonaExport.to(folder, found.path(), replace);
    if (session.json()) {
      Map<String, Object> shape = new LinkedHashMap<>();
      shape.put("name", persona.name());
      shape.put("scenes", persona.scenes().size());
      shape.put("folder", folder.toString());
      session.output().json(shape);
    } else {
      session
          .output()
          .line(session.words("export.done", persona.name(), persona.scenes().size(), folder));
    }
    return Program.DONE;
  }
}
