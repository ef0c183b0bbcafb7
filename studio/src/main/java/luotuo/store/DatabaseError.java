package luotuo.store;

import java.io.Serial;
import java.sql.SQLException;
import luotuo.job.Failure;
import luotuo.job.Problem;
import org.sqlite.SQLiteErrorCode;

/// An error of SQLite on its way through the callbacks to [Database], which knows the file.
final class DatabaseError extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final SQLiteErrorCode code;

  DatabaseError(SQLException cause) {
    super(cause.getMessage(), cause);
    // The lower eight bits are the primary code; the others say in which way.
    this.code = SQLiteErrorCode.getErrorCode(cause.getErrorCode() & 0xff);
  }

  boolean isBusy() {
    return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED;
  }

  boolean isConstraint() {
    return code == SQLiteErrorCode.SQLITE_CONSTRAINT;
  }

  /// What the user is told; an error that only a wrong program makes goes on as it is.
  RuntimeException of(Object file) {
    String reason = String.valueOf(getMessage());
    return switch (code) {
      case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT ->
          failure(Problem.of("database.corrupt", file, reason));
      case SQLITE_BUSY, SQLITE_LOCKED -> failure(Problem.of("database.busy", file));
      case SQLITE_FULL -> failure(Problem.of("file.full", file));
      case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_READONLY, SQLITE_IOERR, SQLITE_AUTH ->
          failure(Problem.of("database.unreadable", file, reason));
      default -> this;
    };
  }

  private Failure failure(Problem problem) {
    return new Failure(problem, this);
  }
}
