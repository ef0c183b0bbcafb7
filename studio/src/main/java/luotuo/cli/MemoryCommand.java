package luotuo.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What characters remember of people; does nothing by itself.
@Command(name = "memory", synopsisSubcommandLabel = "COMMAND")
final class MemoryCommand implements Runnable {
  private final Session session;

  @Spec @Nullable CommandSpec spec;

  private MemoryCommand(Session session) {
    this.session = session;
  }

  static CommandLine tree(Session session) {
    return new CommandLine(new MemoryCommand(session))
        .addSubcommand(new MemoryListCommand(session))
        .addSubcommand(new MemoryShowCommand(session))
        .addSubcommand(new MemoryWhyCommand(session))
        .addSubcommand(new MemoryEditCommand(session))
        .addSubcommand(new MemoryForgetCommand(session))
        .addSubcommand(new MemoryExportCommand(session));
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
