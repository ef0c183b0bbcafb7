package luotuo.cli;

import java.util.concurrent.Callable;
import luotuo.app.shape.MemoryShape;
import luotuo.memory.Fact;
import luotuo.memory.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows all that is known of one memory, with its history.
@Command(name = "show")
final class MemoryShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", descriptionKey = "remembering.id")
  long id;

  MemoryShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Facts facts = session.studio().facts();
    Fact fact = facts.fact(id);
    if (session.json()) {
      session.output().json(MemoryShape.of(fact, facts.history(id), facts.grounds(id)));
    } else {
      new MemoryText(session).show(fact, facts.history(id), facts.grounds(id));
    }
    return Program.DONE;
  }
}
