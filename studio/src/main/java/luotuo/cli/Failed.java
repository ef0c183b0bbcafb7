package luotuo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import luotuo.job.Failure;
import picocli.CommandLine;

/// Says in one sentence why a command failed; what nobody foresaw goes into a file in full.
final class Failed implements CommandLine.IExecutionExceptionHandler {
  private static final String LOG = "errors.log";

  private final Session session;

  Failed(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    return exitCode(
        e instanceof CommandLine.ExecutionException && e.getCause() != null ? e.getCause() : e);
  }

  int exitCode(Throwable e) {
    return switch (e) {
      case Output.BrokenPipe _ -> Program.DONE;
      case CommandLine.ParameterException wrong -> new WrongUse(session).complain(wrong);
      case Failure failure -> {
        session.complain(failure.problem());
        yield Program.FAILED;
      }
      default -> unforeseen(e);
    };
  }

  private int unforeseen(Throwable e) {
    String what =
        e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    String first = Printable.line(what);
    try {
      session.complain(session.words("failed.logged", first, log(e)));
    } catch (IOException | RuntimeException unwritable) {
      session.complain(session.words("failed.unlogged", first));
    }
    return Program.FAILED;
  }

  private Path log(Throwable e) throws IOException {
    Path root = session.settings().workspace().root();
    session.settings().workspace().ready(root);
    StringWriter text = new StringWriter();
    text.write(Instant.now() + " ");
    e.printStackTrace(new PrintWriter(text));
    return Files.writeString(
        root.resolve(LOG), text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
