package luotuo.cli;

import java.util.List;
import luotuo.memory.Fact;
import luotuo.memory.Facts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Whose memories a command is about.
final class MemoryOptions {
  @Parameters(arity = "0..1", paramLabel = "NAME", descriptionKey = "remembering.persona")
  String persona = "";

  @Option(names = "--as", paramLabel = "NAME", descriptionKey = "remembering.as")
  @Nullable String person;

  /// In the order of personas, people and time.
  ///
  /// @param all also what was replaced or forgotten
  List<Fact> facts(Session session, boolean all) {
    Facts facts = session.studio().facts();
    String name = persona.isEmpty() ? "" : session.studio().persona(persona).name();
    return facts.all(name).stream()
        .filter(fact -> person == null || fact.whose().person().equals(person))
        .filter(fact -> all || !fact.outdated() && !fact.forgotten())
        .toList();
  }
}
