package luotuo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Optional;
import luotuo.app.Opens;
import luotuo.app.Studio;
import picocli.CommandLine;

/// The tree of commands, and one run of it.
final class Program {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USE = 2;

  private static final int WIDTH = 90;

  private final Streams streams;
  private final Surroundings surroundings;
  private final Session.Opening opening;

  Program(Streams streams, Surroundings surroundings) {
    this(streams, surroundings, Studio::new);
  }

  Program(Streams streams, Surroundings surroundings, Session.Opening opening) {
    this.opening = opening;
    this.streams = streams;
    this.surroundings = surroundings;
  }

  /// Runs one command line.
  ///
  /// @return the exit code
  int run(String... arguments) {
    String language = surroundings.language(askedLanguage(arguments));
    Session session = new Session(streams, surroundings, language, opening);
    try (session) {
      return tree(session).execute(arguments);
    } catch (RuntimeException | Error e) {
      return new Failed(session).exitCode(e);
    } finally {
      streams.out().flush();
      streams.err().flush();
    }
  }

  /// `--lang` counts wherever it stands, before anything else is read.
  private static Optional<String> askedLanguage(String... arguments) {
    Optional<String> asked = Optional.empty();
    for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
      if (arguments[i].startsWith("--lang=")) {
        asked = Optional.of(arguments[i].substring("--lang=".length()));
      } else if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
        asked = Optional.of(arguments[i + 1]);
      }
    }
    return asked;
  }

  static CommandLine tree(Session session) {
    return tree(session, session.opens());
  }

  /// @param opens the language models that commands run
  static CommandLine tree(Session session, Opens opens) {
    CommandLine persona =
        new CommandLine(new PersonaCommand(session))
            .addSubcommand(new PersonaListCommand(session))
            .addSubcommand(new PersonaShowCommand(session))
            .addSubcommand(new PersonaImportCommand(session))
            .addSubcommand(new PersonaExportCommand(session))
            .addSubcommand(new PersonaCheckCommand(session))
            .addSubcommand(new PersonaTestCommand(session))
            .addSubcommand(new PersonaRemoveCommand(session));
    CommandLine ledger =
        new CommandLine(new LedgerCommand(session))
            .addSubcommand(new LedgerListCommand(session))
            .addSubcommand(new LedgerShowCommand(session));
    CommandLine tree =
        new CommandLine(new StartCommand(session))
            .addSubcommand(new ChatCommand(session))
            .addSubcommand(persona)
            .addSubcommand(ModelCommand.tree(session, opens))
            .addSubcommand(new ServeCommand(session))
            .addSubcommand(new RecallCommand(session))
            .addSubcommand(MemoryCommand.tree(session))
            .addSubcommand(EvalCommand.tree(session))
            .addSubcommand(ledger)
            .addSubcommand(new DoctorCommand(session))
            .addSubcommand(new CompletionCommand(session));
    return dressed(tree, session);
  }

  private static CommandLine dressed(CommandLine tree, Session session) {
    Streams streams = session.streams();
    boolean colored = session.output().style().colored();
    var ansi = colored ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    return tree.setResourceBundle(session.messages().help())
        .setOut(new PrintWriter(streams.out(), true, UTF_8))
        .setErr(new PrintWriter(streams.err(), true, UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setUsageHelpWidth(WIDTH)
        .setParameterExceptionHandler(new WrongUse(session))
        .setExecutionExceptionHandler(new Failed(session));
  }
}
