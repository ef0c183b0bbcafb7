package luotuo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import luotuo.app.shape.FoundShape;
import luotuo.persona.Found;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `luotuo` alone: greets, lists who is there, and starts to talk on Enter.
@Command(name = "luotuo", synopsisSubcommandLabel = "[COMMAND]")
final class StartCommand implements Callable<Integer> {
  private final Session session;

  StartCommand(Session session) {
    this.session = session;
  }

  @Option(names = "--json", scope = ScopeType.INHERIT)
  void json(boolean on) {
    session.json(on);
  }

  /// Read before the commands are (see [Program]); declared so that it is known and checked.
  @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT)
  @Nullable Tongue language;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  boolean help;

  @Option(names = {"-V", "--version"})
  boolean version;

  /// The languages of messages, as they are typed.
  enum Tongue {
    zh,
    en
  }

  @Override
  public Integer call() {
    if (version) {
      return version();
    }
    List<Found> personas =
        session.studio().personas().list().stream().filter(f -> !f.shadowed()).toList();
    if (session.json()) {
      personas.forEach(
          found -> session.output().json(FoundShape.of(found, session.messages().sentences())));
      return Program.DONE;
    }
    return new Welcome(session, personas).run();
  }

  private int version() {
    if (session.json()) {
      session.output().json(Version.shape());
    } else {
      session.output().line(Version.line());
    }
    return Program.DONE;
  }
}
