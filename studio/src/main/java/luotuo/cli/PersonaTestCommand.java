package luotuo.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.Evaluations;
import luotuo.eval.golden.GoldenResult;
import luotuo.eval.golden.JUnitXml;
import luotuo.eval.golden.Telling;
import luotuo.job.Failure;
import luotuo.persona.Found;
import luotuo.store.AtomicFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has the golden dialogues that lie beside a persona. Exits with 0 where all held, with 1 where
/// one did not, and with 2 where they could not be had.
@Command(name = "test")
final class PersonaTestCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "NAME", descriptionKey = "who")
  String name = "";

  @Option(names = "--junit", paramLabel = "FILE")
  @Nullable Path junit;

  @Option(names = "--model", paramLabel = "NAME|FILE|URL#MODEL", descriptionKey = "speaking.model")
  @Nullable String model;

  @Mixin CallOptions calls = new CallOptions();

  @Mixin RecordOptions records = new RecordOptions();

  PersonaTestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try {
      return test();
    } catch (Failure e) {
      session.complain(e.problem());
      return Program.WRONG_USE;
    }
  }

  private int test() {
    Found found = session.studio().personas().find(name);
    var speaking =
        records.speaking(session, Optional.ofNullable(model), calls.budget, calls.wishes(session));
    List<GoldenResult> results =
        new Evaluations(session.studio(), session.progress())
            .golden(found, speaking, records.effort);
    if (junit != null) {
      Path file = session.settings().here().resolve(junit);
      AtomicFile.write(file, JUnitXml.of(found.name(), results, session.messages()::of));
    }
    if (session.json()) {
      session.output().json(GoldenShape.of(found.name(), results, session.messages()::of));
    } else {
      tell(found.name(), results);
    }
    boolean failed = results.stream().anyMatch(result -> result.outcome().isFailure());
    return failed ? Program.FAILED : Program.DONE;
  }

  private void tell(String persona, List<GoldenResult> results) {
    Output output = session.output();
    output.line(output.style().bold(Printable.line(persona)));
    results.forEach(this::tell);
    output.line(
        session.words(
            "golden.sum",
            results.size(),
            GoldenResult.count(results, GoldenResult.Outcome.HELD),
            GoldenResult.count(results, GoldenResult.Outcome.FAILED),
            GoldenResult.count(results, GoldenResult.Outcome.KNOWN),
            GoldenResult.count(results, GoldenResult.Outcome.FIXED)));
  }

  private void tell(GoldenResult result) {
    Output output = session.output();
    String outcome = result.outcome().name().toLowerCase(Locale.ROOT);
    String mark = session.words("golden.outcome." + outcome);
    output.line(Columns.pad(mark, 8) + "  " + Printable.line(result.dialogue().name()));
    for (GoldenResult.Replied turn : result.turns()) {
      if (turn.outcome() != GoldenResult.Outcome.HELD) {
        Telling.lines(turn, session.messages()::of)
            .forEach(line -> output.dim("          " + Printable.line(line)));
      }
    }
  }
}
