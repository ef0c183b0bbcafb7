package luotuo.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Asking;
import luotuo.app.GroupAsking;
import luotuo.app.Remembers;
import luotuo.app.Speaking;
import luotuo.app.Talk;
import luotuo.chat.Group;
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

  @Option(names = "--auto", paramLabel = "N")
  int auto;

  @Option(names = "--topic", paramLabel = "TEXT")
  String topic = "";

  @Option(names = "--free")
  boolean free;

  @Option(names = "--no-memory")
  boolean noMemory;

  @Option(names = "--memory-by-model")
  boolean memoryByModel;

  @Option(names = "--show-thoughts")
  boolean showThoughts;

  @Option(names = "--model", paramLabel = "NAME|FILE|URL#MODEL", descriptionKey = "speaking.model")
  @Nullable String model;

  @Mixin CallOptions calls = new CallOptions();

  @Mixin RecordOptions records = new RecordOptions();

  ChatCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (stdin && !question.isEmpty() && spec != null) {
      String sentence = session.words("usage.stdinOrQuestion");
      throw new WrongUse.Combination(spec.commandLine(), sentence);
    }
    List<Persona> group = new Whom(session).allNamed(who, question);
    if (group.size() > 1) {
      return talkAmong(group);
    }
    Persona persona = new Whom(session).toTalkTo(who, Optional.ofNullable(name));
    Asking asking = Asking.of(persona, asker, Optional.ofNullable(until), present);
    Speaking speaking = speaking();
    if (!stdin && question.isEmpty() && model == null && records.replay == null) {
      new ModelOffer(session).make(persona.language().code());
    }
    Talk talk = session.studio().talk(persona, begins(), speaking, remembers());
    try {
      return !stdin && question.isEmpty()
          ? new Repl(session, talk, asking, speaking, shown()).run()
          : answer(talk, asking);
    } finally {
      session.studio().enterTalk(persona, records.effort);
    }
  }

  private int talkAmong(List<Persona> personas) {
    GroupAsking asking = GroupAsking.of(personas, asker, Optional.ofNullable(until), present);
    Group group = session.studio().group(personas, begins(), speaking(), remembers());
    if (!topic.isEmpty()) {
      group.about(topic);
    }
    GroupRepl repl = new GroupRepl(session, group, asking);
    try {
      return auto > 0 ? repl.auto(auto) : repl.run();
    } finally {
      session
          .studio()
          .enter(
              "chat", String.join(", ", group.names()), entry -> entry.withEffort(records.effort));
    }
  }

  /// Whether the conversation is a new one. What was said before is not in a record, and would make
  /// other prompts; nor does what is remembered of it come to mind then.
  private boolean begins() {
    return afresh || records.used();
  }

  private Speaking speaking() {
    return records.speaking(
        session, Optional.ofNullable(model), calls.budget, calls.wishes(session).withFree(free));
  }

  private Remembers remembers() {
    if (noMemory || records.used()) {
      return Remembers.NOTHING;
    }
    return memoryByModel ? Remembers.BY_MODEL : Remembers.BY_RULE;
  }

  private Telling.Shown shown() {
    return new Telling.Shown(showPrompt, showThoughts);
  }

  private int answer(Talk talk, Asking asking) {
    new ReplyText(session).introduce(session.streams().watched(), talk.voice());
    Telling telling = new Telling(session, talk, shown());
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
