package luotuo.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Commands about one thing under its name, such as `persona`; does nothing by itself.
@Command(synopsisSubcommandLabel = "COMMAND")
final class CommandGroup implements Runnable {
  private final Session session;

  @Spec @Nullable CommandSpec spec;

  private CommandGroup(Session session) {
    this.session = session;
  }

  static CommandLine of(Session session, String name, Object... commands) {
    CommandLine group = new CommandLine(new CommandGroup(session)).setCommandName(name);
    for (Object command : commands) {
      group.addSubcommand(command);
    }
    return group;
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
