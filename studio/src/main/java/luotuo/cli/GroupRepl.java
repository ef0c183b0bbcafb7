package luotuo.cli;

import java.util.List;
import luotuo.app.GroupAsking;
import luotuo.app.shape.GroupLineShape;
import luotuo.chat.Group;
import luotuo.chat.GroupExport;
import luotuo.chat.GroupLine;
import luotuo.chat.GroupSummary;
import luotuo.job.Cancelled;
import luotuo.job.Failure;

/// A talk among several at the terminal, or with whatever is piped in.
final class GroupRepl {
  private static final List<String> COMMANDS =
      List.of("/to", "/go", "/history", "/export", "/help", "/quit");

  private final Session session;
  private final Group group;
  private final GroupAsking asking;
  private final Output output;

  GroupRepl(Session session, Group group, GroupAsking asking) {
    this.session = session;
    this.group = group;
    this.asking = asking;
    this.output = session.output();
  }

  /// They talk by themselves.
  ///
  /// @param turns how many lines
  int auto(int turns) {
    group.run(turns, this::speak);
    return Program.DONE;
  }

  int run() {
    try (Lines lines = session.lines(new Completions(COMMANDS, group.names()))) {
      if (session.isInteractive()) {
        output.dim(session.words("group.hint", String.join(", ", group.names())));
      }
      for (String line = lines.next(prompt()); line != null; line = lines.next(prompt())) {
        String said = Typed.clean(line);
        if (said.equals("/quit")) {
          break;
        }
        if (!said.isEmpty()) {
          take(said, lines);
        }
      }
    }
    return Program.DONE;
  }

  private String prompt() {
    String asker = asking.asker().isEmpty() ? session.words("chat.you") : asking.asker();
    return output.style().bold(asker + " › ");
  }

  private void take(String said, Lines lines) {
    try {
      String[] parts = said.split("\\s+", 3);
      switch (parts[0]) {
        case "/to" -> whisper(parts, lines);
        case "/go" -> lines.stoppable(() -> auto(1));
        case "/history" -> group.lines().forEach(this::show);
        case "/export" -> export(said.substring(parts[0].length()).strip());
        case "/help" -> output.dim(session.words("group.help"));
        default -> say(said, List.of(), lines);
      }
    } catch (Failure e) {
      session.complain(e.problem());
    } catch (Cancelled e) {
      output.dim(session.words("chat.stopped"));
    }
  }

  private void whisper(String[] parts, Lines lines) {
    if (parts.length < 3) {
      throw Failure.of("group.toWhom");
    }
    say(parts[2], List.of(parts[1].split("[,，、]")), lines);
  }

  private void say(String words, List<String> to, Lines lines) {
    group.say(words, asking.asker(), to);
    lines.stoppable(() -> group.round(this::speak));
  }

  private void speak(String name) {
    if (session.json()) {
      output.json(GroupLineShape.of(group.speak(name, asking.question(name), _ -> {})));
      return;
    }
    StreamedReply reply =
        new StreamedReply(session, output.style().bold(name + " › "), Telling.WIDTH, false);
    try {
      GroupLine line = group.speak(name, asking.question(name), reply::tell);
      reply.end(line);
    } catch (Failure | Cancelled e) {
      reply.breakOff();
      throw e;
    }
  }

  private void export(String file) {
    GroupSummary talk = group.summary().orElseThrow(() -> Failure.of("conversation.nothing"));
    new TalkFile(session)
        .write(
            file,
            GroupExport.name(talk),
            () -> GroupExport.markdown(talk, group.lines(), session.words("chat.you")),
            () -> GroupExport.jsonLines(talk, group.lines()));
  }

  private void show(GroupLine line) {
    new GroupText(session).line(line, group.names());
  }
}
