package luotuo.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.shape.MemoryOriginShape;
import luotuo.chat.ConversationTurn;
import luotuo.chat.GroupLine;
import luotuo.memory.Fact;
import luotuo.memory.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows where a memory comes from: the turn, or the line among several, in which it was said, or
/// what it was concluded from.
@Command(name = "why")
final class MemoryWhyCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", descriptionKey = "remembering.id")
  long id;

  MemoryWhyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Facts facts = session.studio().facts();
    Fact fact = facts.fact(id);
    List<Fact> grounds = facts.grounds(id);
    Fact.Origin origin = fact.origin();
    Optional<ConversationTurn> turn = session.studio().conversations().turn(origin.turn());
    Optional<GroupLine> line = session.studio().groups().line(origin.group(), origin.number());
    if (session.json()) {
      session.output().json(MemoryOriginShape.of(fact, facts.history(id), grounds, turn, line));
    } else {
      show(fact, grounds, turn, line);
    }
    return Program.DONE;
  }

  private void show(
      Fact fact, List<Fact> grounds, Optional<ConversationTurn> turn, Optional<GroupLine> line) {
    MemoryText text = new MemoryText(session);
    text.one(fact);
    if (!fact.asked().isEmpty()) {
      session.output().line(session.words("memory.after", Printable.line(fact.asked())));
    }
    if (turn.isPresent()) {
      String persona = Printable.line(fact.whose().persona());
      new ReplyText(session).turn(turn.get(), persona);
    } else if (line.isPresent()) {
      inGroup(fact.origin(), line.get());
    } else if (grounds.isEmpty()) {
      session.output().dim(session.words("memory.turnGone"));
    }
    grounds.forEach(text::one);
  }

  private void inGroup(Fact.Origin origin, GroupLine line) {
    List<String> members = session.studio().groups().summary(origin.group()).members();
    String names = Printable.line(String.join(", ", members));
    session.output().line(session.words("memory.inGroup", origin.group(), names));
    new GroupText(session).line(line, members);
  }
}
