package luotuo.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
      return needed(session, List.of(arguments)).execute(arguments);
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

  /// All of it.
  static CommandLine tree(Session session) {
    return tree(session, session.opens());
  }

  /// @param opens the language models that commands run
  static CommandLine tree(Session session, Opens opens) {
    return tree(session, branches(session, opens), _ -> true);
  }

  /// What it takes to run one command line: commands that are not named in it are there by name
  /// alone, because making all of them takes longer than what most of them do. A script for
  /// completion tells of all.
  private static CommandLine needed(Session session, List<String> arguments) {
    boolean all = arguments.contains(CompletionCommand.NAME);
    return tree(
        session, branches(session, session.opens()), name -> all || arguments.contains(name));
  }

  private static CommandLine tree(
      Session session, Map<String, Supplier<CommandLine>> branches, Predicate<String> whole) {
    CommandLine tree = new CommandLine(new StartCommand(session));
    branches.forEach(
        (name, branch) ->
            tree.addSubcommand(
                whole.test(name)
                    ? branch.get()
                    : new CommandLine(CommandLine.Model.CommandSpec.create().name(name))));
    return dressed(tree, session);
  }

  private static Map<String, Supplier<CommandLine>> branches(Session session, Opens opens) {
    Map<String, Supplier<CommandLine>> branches = new LinkedHashMap<>();
    branches.put("chat", () -> new CommandLine(new ChatCommand(session)));
    branches.put(
        "persona",
        () ->
            CommandGroup.of(
                session,
                "persona",
                new PersonaListCommand(session),
                new PersonaShowCommand(session),
                new PersonaImportCommand(session),
                new PersonaExportCommand(session),
                new PersonaCheckCommand(session),
                new PersonaTestCommand(session),
                new PersonaRemoveCommand(session)));
    branches.put(
        "model",
        () ->
            CommandGroup.of(
                session,
                "model",
                new ModelListCommand(session),
                new ModelPullCommand(session),
                new ModelAddCommand(session),
                new ModelShowCommand(session),
                new ModelRemoveCommand(session),
                new ModelUseCommand(session),
                new ModelRunCommand(session, opens),
                new ModelBenchCommand(session, opens),
                new ModelScoreCommand(session, opens)));
    branches.put("serve", () -> new CommandLine(new ServeCommand(session)));
    branches.put("recall", () -> new CommandLine(new RecallCommand(session)));
    branches.put(
        "memory",
        () ->
            CommandGroup.of(
                session,
                "memory",
                new MemoryListCommand(session),
                new MemoryShowCommand(session),
                new MemoryWhyCommand(session),
                new MemoryEditCommand(session),
                new MemoryForgetCommand(session),
                new MemoryExportCommand(session)));
    branches.put(
        "eval",
        () ->
            CommandGroup.of(
                session, "eval", new EvalChatCommand(session), new EvalTurnsCommand(session)));
    branches.put(
        "ledger",
        () ->
            CommandGroup.of(
                session, "ledger", new LedgerListCommand(session), new LedgerShowCommand(session)));
    branches.put("doctor", () -> new CommandLine(new DoctorCommand(session)));
    branches.put(CompletionCommand.NAME, () -> new CommandLine(new CompletionCommand(session)));
    return branches;
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
