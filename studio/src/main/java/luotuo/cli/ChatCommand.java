package luotuo.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Asking;
import luotuo.app.Speaking;
import luotuo.app.Talk;
import luotuo.persona.Persona;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Talks to a persona: at the terminal, with one question, or with a question a line.
@Command(name = "chat")
final class ChatCommand implements Callable<Integer> {
  private final Session session;

  @Spec @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME|FILE", descriptionKey = "who")
  String who = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "QUESTION", descriptionKey = "question")
  List<String> question = List.of();

  @Option(names = "--as", paramLabel = "NAME")
  String asker = "";

  @Option(names = "--until", paramLabel = "SCENE")
  @Nullable String until;

  @Option(names = "--present", paramLabel = "NAME")
  List<String> present = List.of();

  @Option(names = "--new")
  boolean afresh;

  @Option(names = "--stdin")
  boolean stdin;

  @Option(names = "--name", paramLabel = "NAME")
  @Nullable String name;

  @Option(names = "--show-prompt")
  boolean showPrompt;

  @Option(names = "--model", paramLabel = "NAME|FILE|URL#MODEL", descriptionKey = "speaking.model")
  @Nullable String model;

  @Mixin CallOptions calls = new CallOptions();

  ChatCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (stdin && !question.isEmpty() && spec != null) {
      String sentence = session.words("usage.stdinOrQuestion");
      throw new WrongUse.Combination(spec.commandLine(), sentence);
    }
    Persona persona = new Whom(session).toTalkTo(who, Optional.ofNullable(name));
    Asking asking = Asking.of(persona, asker, Optional.ofNullable(until), present);
    Speaking speaking = calls.speaking(session, Optional.ofNullable(model));
    if (!stdin && question.isEmpty() && model == null && calls.replay == null) {
      new ModelOffer(session).make(persona.language().code());
    }
    Talk talk = session.studio().talk(persona, afresh, speaking);
    try {
      return !stdin && question.isEmpty()
          ? new Repl(session, talk, asking, speaking, showPrompt).run()
          : answer(talk, asking);
    } finally {
      session.studio().enter("chat", persona.name(), calls.effort);
    }
  }

  private int answer(Talk talk, Asking asking) {
    new ReplyText(session).introduce(session.streams().watched(), talk.voice());
    Telling telling = new Telling(session, talk, showPrompt);
    if (stdin) {
      Typed.lines(session)
          .forEach(
              line -> {
                talk.startAfresh();
                telling.say(asking.question(line), "", Telling.WIDTH);
              });
    } else {
      String words = Typed.clean(String.join(" ", question));
      telling.say(asking.question(words), "", Telling.WIDTH);
    }
    return Program.DONE;
  }
}
