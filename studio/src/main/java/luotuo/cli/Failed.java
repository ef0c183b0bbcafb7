package luotuo.cli;

import luotuo.app.ErrorLog;
import luotuo.job.Failure;
import picocli.CommandLine;

/// Says in one sentence why a command failed; what nobody foresaw goes into a file in full.
final class Failed implements CommandLine.IExecutionExceptionHandler {
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
    ErrorLog log = new ErrorLog(session.settings().workspace());
    try {
      session.complain(session.words("failed.logged", first, log.write(e)));
    } catch (RuntimeException unwritable) {
      session.complain(session.words("failed.unlogged", first));
    }
    return Program.FAILED;
  }
}
