package luotuo.cli;

import luotuo.app.Opens;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Language models as things that are kept; does nothing by itself.
@Command(name = "model", synopsisSubcommandLabel = "COMMAND")
final class ModelCommand implements Runnable {
  private final Session session;

  @Spec @Nullable CommandSpec spec;

  ModelCommand(Session session) {
    this.session = session;
  }

  static CommandLine tree(Session session, Opens opens) {
    return new CommandLine(new ModelCommand(session))
        .addSubcommand(new ModelListCommand(session))
        .addSubcommand(new ModelPullCommand(session))
        .addSubcommand(new ModelAddCommand(session))
        .addSubcommand(new ModelShowCommand(session))
        .addSubcommand(new ModelRemoveCommand(session))
        .addSubcommand(new ModelUseCommand(session))
        .addSubcommand(new ModelRunCommand(session, opens))
        .addSubcommand(new ModelBenchCommand(session, opens))
        .addSubcommand(new ModelScoreCommand(session, opens));
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
