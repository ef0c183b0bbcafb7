package luotuo.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import luotuo.app.shape.MemoryShape;
import luotuo.memory.Fact;
import luotuo.memory.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes a character forget.
@Command(name = "forget")
final class MemoryForgetCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "remembering.id")
  List<Long> ids = List.of();

  MemoryForgetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Facts facts = session.studio().facts();
    ids.forEach(facts::fact);
    for (long id : ids) {
      Fact forgotten = facts.forget(id, Instant.now());
      if (session.json()) {
        session.output().json(MemoryShape.of(forgotten));
      } else {
        session.output().line(session.words("memory.forgotten", Printable.line(forgotten.text())));
      }
    }
    return Program.DONE;
  }
}
