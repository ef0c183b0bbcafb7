package luotuo.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.shape.MemoryOriginShape;
import luotuo.chat.ConversationTurn;
import luotuo.memory.Fact;
import luotuo.memory.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows where a memory comes from: the turn in which it was said, or what it was concluded from.
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
    Optional<ConversationTurn> turn = session.studio().conversations().turn(fact.origin().turn());
    if (session.json()) {
      session.output().json(MemoryOriginShape.of(fact, facts.history(id), grounds, turn));
    } else {
      show(fact, grounds, turn);
    }
    return Program.DONE;
  }

  private void show(Fact fact, List<Fact> grounds, Optional<ConversationTurn> turn) {
    MemoryText text = new MemoryText(session);
    text.one(fact);
    if (!fact.asked().isEmpty()) {
      session.output().line(session.words("memory.after", Printable.line(fact.asked())));
    }
    if (turn.isPresent()) {
      String persona = Printable.line(fact.whose().persona());
      new ReplyText(session).turn(turn.get(), persona);
    } else if (grounds.isEmpty()) {
      session.output().dim(session.words("memory.turnGone"));
    }
    grounds.forEach(text::one);
  }
}
