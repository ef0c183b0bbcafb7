package luotuo.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Personas as things that are kept; does nothing by itself.
@Command(name = "persona", synopsisSubcommandLabel = "COMMAND")
final class PersonaCommand implements Runnable {
  private final Session session;

  @Spec @Nullable CommandSpec spec;

  private PersonaCommand(Session session) {
    this.session = session;
  }

  static CommandLine tree(Session session) {
    return new CommandLine(new PersonaCommand(session))
        .addSubcommand(new PersonaListCommand(session))
        .addSubcommand(new PersonaShowCommand(session))
        .addSubcommand(new PersonaImportCommand(session))
        .addSubcommand(new PersonaExportCommand(session))
        .addSubcommand(new PersonaCheckCommand(session))
        .addSubcommand(new PersonaTestCommand(session))
        .addSubcommand(new PersonaRemoveCommand(session));
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
