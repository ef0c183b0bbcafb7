package luotuo.cli;

import java.util.concurrent.Callable;
import luotuo.app.shape.LedgerShape;
import luotuo.eval.LedgerRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows all that the ledger says of one piece of work.
@Command(name = "show")
final class LedgerShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "ID", descriptionKey = "id")
  long id;

  LedgerShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LedgerRow row = session.studio().ledger().row(id);
    Output output = session.output();
    if (session.json()) {
      output.json(LedgerShape.of(row));
    } else {
      new LedgerText(session.messages(), output.style()).all(row).forEach(output::line);
    }
    return Program.DONE;
  }
}
