package luotuo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import luotuo.app.shape.FoundShape;
import luotuo.persona.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists the personas, where each comes from, and which are hidden behind others.
@Command(name = "list")
final class PersonaListCommand implements Callable<Integer> {
  private final Session session;

  /// For completion scripts: nothing but names.
  @Option(names = "--names", hidden = true)
  boolean names;

  PersonaListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Found> personas = session.studio().personas().list();
    Output output = session.output();
    if (names) {
      personas.stream().map(Found::name).distinct().forEach(output::line);
      return Program.DONE;
    }
    if (session.json()) {
      personas.forEach(found -> output.json(FoundShape.of(found, session.messages().sentences())));
      return Program.DONE;
    }
    if (personas.isEmpty()) {
      output.line(session.words("welcome.nobody"));
    }
    int width = personas.stream().mapToInt(found -> Columns.of(found.name())).max().orElse(0);
    for (Found found : personas) {
      output.line(output.style().bold(Columns.pad(found.name(), width)) + "  " + about(found));
    }
    return Program.DONE;
  }

  private String about(Found found) {
    String origin = session.words("origin." + FoundShape.lower(found.place()));
    String about = session.words("list.about", found.scenes(), origin, found.path());
    String shadowed = found.shadowed() ? session.words("list.shadowed") : "";
    String problem = found.problem().map(p -> " — " + session.messages().of(p)).orElse("");
    return about + shadowed + problem;
  }
}
