package luotuo.cli;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import luotuo.app.Asking;
import luotuo.app.Speaking;
import luotuo.app.Talk;
import luotuo.app.shape.FoundShape;
import luotuo.persona.Found;
import luotuo.persona.PersonaFolder;

/// What somebody sees who types `luotuo` and nothing else.
final class Welcome {
  private final Session session;
  private final List<Found> personas;
  private final Output output;

  /// Those who speak the user's language come first.
  Welcome(Session session, List<Found> personas) {
    this.session = session;
    String language = session.settings().language();
    this.personas =
        personas.stream()
            .sorted(comparing(found -> !FoundShape.lower(found.language()).equals(language)))
            .toList();
    this.output = session.output();
  }

  int run() {
    output.line(output.style().bold(session.words("welcome.greeting")));
    if (personas.isEmpty()) {
      output.line(session.words("welcome.nobody"));
      return Program.DONE;
    }
    list();
    if (!session.isInteractive()) {
      output.line(session.words("welcome.goOn", personas.getFirst().name()));
      return Program.DONE;
    }
    return choose().map(this::talk).orElse(Program.DONE);
  }

  private void list() {
    int width = personas.stream().mapToInt(found -> Columns.of(found.name())).max().orElse(0);
    int number = 0;
    for (Found found : personas) {
      number++;
      String question = found.questions().stream().findFirst().orElse("");
      String name = Columns.pad(found.name(), width);
      output.line(
          String.format("%3d  ", number)
              + output.style().bold(name)
              + "  "
              + output.style().dim(Columns.cut(question, 60)));
    }
  }

  private Optional<Found> choose() {
    try (Lines lines = session.answers(names())) {
      String prompt = session.words("welcome.prompt", personas.getFirst().name());
      for (String line = lines.next(prompt); line != null; line = lines.next(prompt)) {
        Optional<Found> chosen = chosen(Typed.clean(line));
        if (chosen.isPresent()) {
          return chosen;
        }
        session.complain(session.words("welcome.unknown", Typed.clean(line)));
      }
    }
    return Optional.empty();
  }

  private Completions names() {
    return new Completions(List.of(), personas.stream().map(Found::name).toList());
  }

  private Optional<Found> chosen(String typed) {
    if (typed.isEmpty()) {
      return Optional.of(personas.getFirst());
    }
    if (typed.matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(typed);
      return number >= 1 && number <= personas.size()
          ? Optional.of(personas.get(number - 1))
          : Optional.empty();
    }
    return personas.stream()
        .filter(found -> found.name().equalsIgnoreCase(typed) || found.aliases().contains(typed))
        .findFirst();
  }

  private int talk(Found found) {
    var persona = PersonaFolder.read(found.path());
    new ModelOffer(session).make(persona.language().code());
    Talk talk = session.studio().talk(persona, false, Speaking.DEFAULT);
    Asking nobody = Asking.of(persona, "", Optional.empty(), List.of());
    try {
      return new Repl(session, talk, nobody, Speaking.DEFAULT, Telling.Shown.NOTHING).run();
    } finally {
      session.studio().enterTalk(persona, "");
    }
  }
}
