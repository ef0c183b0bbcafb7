package luotuo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import luotuo.app.shape.FoundShape;
import luotuo.app.shape.PersonaShape;
import luotuo.app.shape.SceneShape;
import luotuo.corpus.Scene;
import luotuo.corpus.Speakers;
import luotuo.persona.Counts;
import luotuo.persona.Found;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;
import luotuo.persona.Questions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows who a persona is, or all its scenes.
@Command(name = "show")
final class PersonaShowCommand implements Callable<Integer> {
  private static final int QUESTIONS = 5;
  private static final int SPEAKERS = 8;

  private final Session session;

  @Parameters(paramLabel = "NAME", descriptionKey = "who")
  String name = "";

  @Option(names = "--scenes")
  boolean scenes;

  PersonaShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Found found = session.studio().personas().find(name);
    Persona persona = PersonaFolder.read(found.path());
    if (scenes) {
      persona.scenes().forEach(this::showScene);
    } else if (session.json()) {
      session.output().json(PersonaShape.of(persona, found));
    } else {
      show(persona, found);
    }
    return Program.DONE;
  }

  private void showScene(Scene scene) {
    Output output = session.output();
    if (session.json()) {
      output.json(SceneShape.of(scene));
      return;
    }
    output.line(
        output.style().bold(scene.id()) + "  " + output.style().dim(scene.source().toString()));
    scene.turns().forEach(turn -> output.line("  " + TurnText.of(turn)));
    output.line("");
  }

  private void show(Persona persona, Found found) {
    Output output = session.output();
    Counts counts = Counts.of(persona.scenes());
    output.line(output.style().bold(persona.name()) + also(persona));
    if (!persona.profile().isEmpty()) {
      output.line(Printable.text(persona.profile().strip()));
    }
    String origin = session.words("origin." + FoundShape.lower(found.place()));
    output.line(session.words("list.about", counts.scenes(), origin, found.path()));
    output.line(session.words("show.scope." + FoundShape.lower(persona.scope())));
    output.line(
        session.words(
            "import.turns",
            counts.scenes(),
            counts.said(),
            counts.did(),
            counts.narrated(),
            counts.passages(),
            speakers(persona)));
    List<String> questions = Questions.propose(persona, QUESTIONS);
    if (!questions.isEmpty()) {
      output.line(session.words("import.ask"));
      questions.forEach(question -> output.line("  " + Printable.line(question)));
    }
  }

  private static String also(Persona persona) {
    return persona.aliases().isEmpty() ? "" : " (" + String.join(", ", persona.aliases()) + ")";
  }

  private static String speakers(Persona persona) {
    return String.join(
        ", ",
        Speakers.count(persona.scenes()).stream()
            .limit(SPEAKERS)
            .map(speaker -> Printable.line(speaker.name()) + " " + speaker.turns())
            .toList());
  }
}
