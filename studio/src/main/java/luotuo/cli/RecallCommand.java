package luotuo.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Asking;
import luotuo.app.shape.RecallShape;
import luotuo.memory.Memory;
import luotuo.memory.Query;
import luotuo.memory.Recall;
import luotuo.persona.Persona;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows what comes to a persona's mind.
@Command(name = "recall")
final class RecallCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  private final Session session;

  @Spec @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "who")
  String name = "";

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT", descriptionKey = "text")
  List<String> text = List.of();

  @Option(names = "-k", paramLabel = "N")
  int most = 5;

  @Option(names = "--stdin")
  boolean stdin;

  @Option(names = "--until", paramLabel = "SCENE")
  @Nullable String until;

  @Option(names = "--present", paramLabel = "NAME")
  List<String> present = List.of();

  RecallCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    check();
    Persona persona = session.studio().personas().read(name);
    Asking asking = Asking.of(persona, "", Optional.ofNullable(until), present);
    Memory memory = session.studio().memory(persona);
    Query query = new Query("", most, asking.until(), asking.present());
    if (stdin) {
      Typed.lines(session).forEach(line -> show(memory, query.withText(line)));
    } else {
      show(memory, query.withText(Typed.clean(String.join(" ", text))));
    }
    return Program.DONE;
  }

  private void check() {
    if (spec == null) {
      return;
    }
    if (most < 1 || most > MOST) {
      throw new WrongUse.Combination(
          spec.commandLine(), session.words("usage.range", "-k", 1, MOST));
    }
    if (stdin != text.isEmpty()) {
      throw new WrongUse.Combination(spec.commandLine(), session.words("usage.stdinOrText"));
    }
  }

  private void show(Memory memory, Query query) {
    List<Recall> recalls = memory.scenes(query).stream().filter(r -> r.score() > 0).toList();
    Output output = session.output();
    if (session.json()) {
      output.json(RecallShape.of(query.text(), recalls));
      return;
    }
    if (stdin) {
      output.line(output.style().bold(query.text()));
    }
    if (recalls.isEmpty()) {
      output.line(session.words("recall.nothing"));
    }
    recalls.forEach(recall -> show(recall, output));
  }

  private static void show(Recall recall, Output output) {
    String place = recall.scene().id() + "  " + recall.source();
    output.line(
        String.format(java.util.Locale.ROOT, "%.2f  ", recall.score())
            + output.style().bold(Printable.line(place))
            + output.style().dim("  " + recall.why()));
    recall.turns().forEach(turn -> output.line("      " + TurnText.of(turn)));
  }
}
