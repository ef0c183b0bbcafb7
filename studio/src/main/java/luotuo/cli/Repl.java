package luotuo.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import luotuo.app.Talk;
import luotuo.job.Failure;
import luotuo.persona.Persona;
import luotuo.persona.Questions;

/// A talk at the terminal, or with whatever is piped in.
final class Repl {
  private static final int QUESTIONS = 3;

  private final Session session;
  private final Talk talk;
  private final Output output;
  private final ReplyText text;
  private Asking asking;

  Repl(Session session, Talk talk, Asking asking) {
    this.session = session;
    this.talk = talk;
    this.output = session.output();
    this.text = new ReplyText(session);
    this.asking = asking;
  }

  int run() {
    try (Lines lines = session.lines(completions())) {
      if (session.isInteractive()) {
        greet();
      }
      SlashCommands commands = new SlashCommands(session, talk, this::ask);
      for (String line = lines.next(prompt()); line != null; line = lines.next(prompt())) {
        String said = Typed.clean(line);
        if (said.startsWith("/") && !said.startsWith("//")) {
          if (!commands.run(said)) {
            break;
          }
        } else if (!said.isEmpty()) {
          say(said.startsWith("//") ? said.substring(1) : said, lines.width());
        }
      }
    }
    return Program.DONE;
  }

  private void ask(String asker) {
    asking = asking.withAsker(asker);
  }

  private String prompt() {
    String asker = asking.asker().isEmpty() ? session.words("chat.you") : asking.asker();
    return output.style().bold(asker + " › ");
  }

  private void say(String words, int width) {
    try {
      var reply = talk.say(asking.question(words));
      if (session.isInteractive()) {
        text.show(reply, output.style().bold(talk.persona().name() + " › "), width);
      } else {
        text.show(reply);
      }
    } catch (Failure e) {
      session.complain(e.problem());
    }
  }

  private void greet() {
    text.introduce(true);
    Persona persona = talk.persona();
    if (talk.history().isEmpty()) {
      if (!persona.greeting().isEmpty()) {
        output.line(
            output.style().bold(persona.name() + " › ") + Printable.text(persona.greeting()));
      }
      for (String question : Questions.propose(persona, QUESTIONS)) {
        output.dim("  " + Printable.line(question));
      }
    } else {
      output.dim(session.words("chat.resumed", persona.name(), talk.history().size()));
    }
    output.dim(session.words("chat.hint"));
  }

  private Completions completions() {
    Persona persona = talk.persona();
    Set<String> names = new LinkedHashSet<>();
    persona.scenes().forEach(scene -> names.addAll(scene.present()));
    List<String> commands = new ArrayList<>(SlashCommands.NAMES);
    names.stream().filter(name -> !persona.is(name)).forEach(name -> commands.add("/as " + name));
    return new Completions(commands, List.copyOf(names));
  }
}
