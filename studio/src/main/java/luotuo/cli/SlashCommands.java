package luotuo.cli;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import luotuo.app.Talk;
import luotuo.chat.ConversationExport;
import luotuo.chat.ConversationSummary;
import luotuo.chat.ConversationTurn;
import luotuo.job.Failure;
import luotuo.memory.Fact;
import luotuo.memory.Whose;
import luotuo.store.FolderName;

/// What can be typed in a talk beside words for the persona.
final class SlashCommands {
  static final List<String> NAMES =
      List.of(
          "/why",
          "/prompt",
          "/model",
          "/as",
          "/memory",
          "/regenerate",
          "/swipe",
          "/undo",
          "/edit",
          "/branches",
          "/branch",
          "/new",
          "/history",
          "/export",
          "/help",
          "/quit");

  private final Session session;
  private final Talk talk;
  private final Consumer<String> asker;
  private final Consumer<String> model;
  private final Ways ways;
  private final Supplier<Whose> whose;
  private final Output output;

  /// @param asker told who asks from now on
  /// @param model told the model that speaks from now on
  /// @param ways the commands that go other ways in a talk
  /// @param whose memories the persona draws on now
  SlashCommands(
      Session session,
      Talk talk,
      Consumer<String> asker,
      Consumer<String> model,
      Ways ways,
      Supplier<Whose> whose) {
    this.session = session;
    this.talk = talk;
    this.asker = asker;
    this.model = model;
    this.ways = ways;
    this.whose = whose;
    this.output = session.output();
  }

  /// Does what a line that begins with `/` asks for.
  ///
  /// @return whether the talk goes on
  boolean run(String line) {
    String[] parts = line.split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1].strip() : "";
    try {
      switch (parts[0]) {
        case "/why" -> why();
        case "/prompt" -> prompt();
        case "/model" -> model(argument);
        case "/as" -> as(argument);
        case "/memory" -> memory();
        case "/regenerate" -> ways.again();
        case "/swipe" -> ways.swipe();
        case "/undo" -> ways.undo(argument);
        case "/edit" -> ways.edit(argument);
        case "/branches" -> ways.list();
        case "/branch" -> ways.take(argument);
        case "/new" -> afresh();
        case "/history" -> history();
        case "/export" -> export(argument);
        case "/help", "/?" -> session.words("slash.help").lines().forEach(output::line);
        case "/quit", "/exit" -> {
          return false;
        }
        default -> session.complain(session.words("slash.unknown", parts[0]));
      }
    } catch (Failure e) {
      session.complain(e.problem());
    }
    return true;
  }

  private void why() {
    List<ConversationTurn> history = talk.history();
    if (history.isEmpty()) {
      output.dim(session.words("slash.nothingYet"));
    } else {
      new ReplyText(session).why(history.getLast().reply());
    }
  }

  private void prompt() {
    talk.prompt()
        .ifPresentOrElse(
            new PromptText(session)::show, () -> output.dim(session.words("slash.noPrompt")));
  }

  private void model(String name) {
    if (!name.isEmpty()) {
      model.accept(name);
    }
    new ReplyText(session).introduce(true, talk.voice());
  }

  private void as(String name) {
    asker.accept(name);
    output.dim(name.isEmpty() ? session.words("slash.asNobody") : session.words("slash.as", name));
  }

  private void memory() {
    List<Fact> known =
        session.studio().facts().of(whose.get()).stream().filter(f -> !f.outdated()).toList();
    if (known.isEmpty()) {
      output.dim(session.words("memory.empty"));
    } else {
      new MemoryText(session).list(known);
    }
  }

  private void afresh() {
    talk.startAfresh();
    output.dim(session.words("slash.new"));
  }

  private void history() {
    List<ConversationTurn> history = talk.history();
    if (history.isEmpty()) {
      output.dim(session.words("slash.nothingYet"));
    }
    ReplyText text = new ReplyText(session);
    history.forEach(turn -> text.turn(turn, talk.persona().name()));
  }

  private void export(String file) {
    ConversationSummary summary =
        talk.summary().orElseThrow(() -> Failure.of("conversation.nothing"));
    String usual = FolderName.of(talk.persona().name()) + "-" + summary.id();
    new TalkFile(session)
        .write(
            file,
            usual,
            () -> ConversationExport.markdown(summary, talk.history(), session.words("chat.you")),
            () -> ConversationExport.jsonLines(summary, talk.history()));
  }
}
