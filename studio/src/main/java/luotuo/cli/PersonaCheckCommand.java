package luotuo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import luotuo.app.shape.CheckShape;
import luotuo.eval.PersonaCheck;
import luotuo.persona.Persona;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks a persona what its own scenes answer and what they do not, and counts.
@Command(name = "check")
final class PersonaCheckCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  private final Session session;

  @Parameters(paramLabel = "NAME", descriptionKey = "who")
  String name = "";

  @Option(names = "--effort", paramLabel = "TEXT", descriptionKey = "effort")
  String effort = "";

  PersonaCheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Persona persona = session.studio().personas().read(name);
    PersonaCheck.Check check = session.studio().workshop().check(persona, effort);
    if (session.json()) {
      session.output().json(CheckShape.of(persona, check));
    } else {
      show(persona, check);
    }
    return Program.DONE;
  }

  private void show(Persona persona, PersonaCheck.Check check) {
    Output output = session.output();
    output.line(output.style().bold(persona.name()));
    output.line(session.words("check.own", check.asked(), check.answered(), check.right()));
    output.line(session.words("check.foreign", check.foreign(), check.declined()));
    show(session.words("check.unanswered"), check.unanswered());
    show(session.words("check.taken"), check.taken());
  }

  private void show(String heading, List<String> questions) {
    if (questions.isEmpty()) {
      return;
    }
    Output output = session.output();
    output.line(heading);
    questions.stream()
        .limit(SHOWN)
        .forEach(question -> output.dim("  " + Printable.line(question)));
    if (questions.size() > SHOWN) {
      output.dim("  … +" + (questions.size() - SHOWN));
    }
  }
}
