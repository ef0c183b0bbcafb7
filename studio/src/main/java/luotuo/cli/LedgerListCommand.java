package luotuo.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import luotuo.app.shape.LedgerShape;
import luotuo.eval.LedgerRow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists what work took, the latest first, and adds it up.
@Command(name = "list")
final class LedgerListCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;

  private final Session session;

  @Spec @Nullable CommandSpec spec;

  @Option(names = "--what", paramLabel = "WHAT")
  @Nullable String what;

  @Option(names = "-n", paramLabel = "N")
  int most = 20;

  LedgerListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (spec != null && (most < 1 || most > MOST)) {
      throw new WrongUse.Combination(
          spec.commandLine(), session.words("usage.range", "-n", 1, MOST));
    }
    List<LedgerRow> rows = session.studio().ledger().list(most, 0, Optional.ofNullable(what));
    Output output = session.output();
    if (session.json()) {
      rows.forEach(row -> output.json(LedgerShape.of(row)));
    } else if (rows.isEmpty()) {
      output.line(session.words("ledger.empty"));
    } else {
      new LedgerText(session.messages(), output.style()).table(rows).forEach(output::line);
    }
    return Program.DONE;
  }
}
