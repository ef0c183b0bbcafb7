package luotuo.cli;

import java.util.concurrent.Callable;
import luotuo.app.shape.MemoryShape;
import luotuo.memory.Fact;
import luotuo.memory.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Gives all memories with their histories, as JSON Lines.
@Command(name = "export")
final class MemoryExportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin MemoryOptions whose = new MemoryOptions();

  MemoryExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Facts facts = session.studio().facts();
    for (Fact fact : whose.facts(session, true)) {
      long id = fact.id();
      session.output().json(MemoryShape.of(fact, facts.history(id), facts.grounds(id)));
    }
    return Program.DONE;
  }
}
