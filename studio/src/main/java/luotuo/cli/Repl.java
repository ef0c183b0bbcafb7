package luotuo.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import luotuo.app.Asking;
import luotuo.app.Speaking;
import luotuo.app.Talk;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.memory.Whose;
import luotuo.persona.Persona;
import luotuo.persona.Questions;

/// A talk at the terminal, or with whatever is piped in.
final class Repl {
  private static final int QUESTIONS = 3;

  private final Session session;
  private final Talk talk;
  private final Output output;
  private final Telling telling;
  private Speaking speaking;
  private Asking asking;

  /// @param speaking how the persona speaks at first
  /// @param shown what is shown beside the replies
  Repl(Session session, Talk talk, Asking asking, Speaking speaking, Telling.Shown shown) {
    this.session = session;
    this.talk = talk;
    this.output = session.output();
    this.telling = new Telling(session, talk, shown);
    this.speaking = speaking;
    this.asking = asking;
  }

  int run() {
    try (Lines lines = session.lines(completions())) {
      if (session.isInteractive()) {
        greet();
      }
      SlashCommands commands =
          new SlashCommands(session, talk, this::ask, this::speakWith, ways(lines), this::whose);
      for (String line = lines.next(prompt()); line != null; line = lines.next(prompt())) {
        String said = Typed.clean(line);
        if (said.startsWith("/") && !said.startsWith("//")) {
          if (!commands.run(said)) {
            break;
          }
        } else if (!said.isEmpty()) {
          String words = said.startsWith("//") ? said.substring(1) : said;
          tell(pieces -> talk.say(asking.question(words), pieces), lines);
        }
      }
    }
    return Program.DONE;
  }

  private void ask(String asker) {
    asking = asking.withAsker(asker);
  }

  private Whose whose() {
    return new Whose(talk.persona().name(), asking.asker());
  }

  private String prompt() {
    String asker = asking.asker().isEmpty() ? session.words("chat.you") : asking.asker();
    return output.style().bold(asker + " › ");
  }

  private void speakWith(String model) {
    Speaking other = speaking.withModel(model);
    talk.speakWith(session.studio().voice(talk.persona(), other));
    speaking = other;
  }

  private Ways ways(Lines lines) {
    return new Ways(session, talk, words -> asking.question(words), speech -> tell(speech, lines));
  }

  private void tell(Telling.Speech speech, Lines lines) {
    boolean named = session.isInteractive();
    String who = named ? output.style().bold(talk.persona().name() + " › ") : "";
    int width = named ? lines.width() : Telling.WIDTH;
    try {
      lines.stoppable(() -> telling.tell(speech, who, width));
    } catch (Failure e) {
      session.complain(e.problem());
    } catch (Cancelled e) {
      output.dim(session.words("chat.stopped"));
    }
  }

  private void greet() {
    new ReplyText(session).introduce(true, talk.voice());
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
