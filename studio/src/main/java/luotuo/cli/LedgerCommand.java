package luotuo.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What work took; does nothing by itself.
@Command(name = "ledger", synopsisSubcommandLabel = "COMMAND")
final class LedgerCommand implements Runnable {
  private final Session session;

  @Spec @Nullable CommandSpec spec;

  private LedgerCommand(Session session) {
    this.session = session;
  }

  static CommandLine tree(Session session) {
    return new CommandLine(new LedgerCommand(session))
        .addSubcommand(new LedgerListCommand(session))
        .addSubcommand(new LedgerShowCommand(session));
  }

  @Override
  public void run() {
    if (spec == null) {
      return;
    }
    CommandLine command = spec.commandLine();
    String known = String.join(" | ", command.getSubcommands().keySet());
    throw new WrongUse.Combination(command, session.words("usage.noCommand", known));
  }
}
