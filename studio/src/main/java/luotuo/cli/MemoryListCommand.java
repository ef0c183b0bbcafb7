package luotuo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import luotuo.app.shape.MemoryShape;
import luotuo.memory.Fact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists what characters remember of people.
@Command(name = "list")
final class MemoryListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin MemoryOptions whose = new MemoryOptions();

  @Option(names = "--all")
  boolean all;

  MemoryListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Fact> facts = whose.facts(session, all);
    Output output = session.output();
    if (session.json()) {
      facts.forEach(fact -> output.json(MemoryShape.of(fact)));
    } else if (facts.isEmpty()) {
      output.line(session.words("memory.empty"));
    } else {
      new MemoryText(session).list(facts);
    }
    return Program.DONE;
  }
}
