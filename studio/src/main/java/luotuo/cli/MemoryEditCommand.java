package luotuo.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import luotuo.app.Studio;
import luotuo.app.shape.MemoryShape;
import luotuo.memory.Fact;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Puts other words in the place of a memory's.
@Command(name = "edit")
final class MemoryEditCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "remembering.id")
  long id;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", descriptionKey = "words")
  List<String> text = List.of();

  MemoryEditCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Studio studio = session.studio();
    Fact before = studio.facts().fact(id);
    String words = Typed.clean(String.join(" ", text));
    var remembrance = studio.remembrance(studio.persona(before.whose().persona()));
    Fact edited = remembrance.edit(id, words, Instant.now());
    if (session.json()) {
      session.output().json(MemoryShape.of(edited));
    } else {
      new MemoryText(session).one(edited);
    }
    return Program.DONE;
  }
}
