package luotuo.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Measures of characters; does nothing by itself.
@Command(name = "eval", synopsisSubcommandLabel = "COMMAND")
final class EvalCommand implements Runnable {
  private final Session session;

  @Spec @Nullable CommandSpec spec;

  private EvalCommand(Session session) {
    this.session = session;
  }

  static CommandLine tree(Session session) {
    return new CommandLine(new EvalCommand(session))
        .addSubcommand(new EvalChatCommand(session))
        .addSubcommand(new EvalTurnsCommand(session));
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
