package luotuo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import luotuo.chat.ConversationTurn;
import luotuo.memory.Fact;
import luotuo.memory.Facts;
import org.jspecify.annotations.Nullable;
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

  /// @param said what was said in that turn; empty where the turn is not kept any more
  record Why(MemoryShape memory, String said, String replied, List<MemoryShape> restsOn) {}

  @Override
  public Integer call() {
    Facts facts = session.studio().facts();
    Fact fact = facts.fact(id);
    List<Fact> grounds = facts.grounds(id);
    ConversationTurn turn =
        session.studio().conversations().turn(fact.origin().turn()).orElse(null);
    if (session.json()) {
      session.output().json(why(fact, grounds, turn));
    } else {
      show(fact, grounds, turn);
    }
    return Program.DONE;
  }

  private static Why why(Fact fact, List<Fact> grounds, @Nullable ConversationTurn turn) {
    return new Why(
        MemoryShape.of(fact),
        turn == null ? "" : turn.reply().question(),
        turn == null ? "" : turn.reply().text(),
        grounds.stream().map(MemoryShape::of).toList());
  }

  private void show(Fact fact, List<Fact> grounds, @Nullable ConversationTurn turn) {
    MemoryText text = new MemoryText(session);
    text.one(fact);
    if (!fact.asked().isEmpty()) {
      session.output().line(session.words("memory.after", Printable.line(fact.asked())));
    }
    if (turn != null) {
      String persona = Printable.line(fact.whose().persona());
      new ReplyText(session).turn(turn, persona);
    } else if (grounds.isEmpty()) {
      session.output().dim(session.words("memory.turnGone"));
    }
    grounds.forEach(text::one);
  }
}
