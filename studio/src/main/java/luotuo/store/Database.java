package luotuo.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The workspace's SQLite database: one connection, one thread at a time, several processes.
///
/// Written ahead (WAL), so that readers and the writer of another process do not wait for each
/// other, and forced to the disk at every commit (synchronous=FULL): a turn of a conversation
/// counts as said only when it is stored, also after a power cut. A turn costs some three
/// milliseconds so, which nobody notices beside a reply.
public final class Database implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final Statements statements;
  private final ReentrantLock turn = new ReentrantLock();

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
    this.statements = new Statements(connection);
  }

  /// Opens the database, or creates it where there is no file at all.
  ///
  /// @throws luotuo.job.Failure `database.corrupt`, `.foreign`, `.unreadable` or `.busy`, naming
  ///   the file: one that cannot be read is never taken for an empty one
  public static Database open(Path file) {
    Path place = file.toAbsolutePath();
    try {
      return new Database(place, Connections.open(place));
    } catch (DatabaseError e) {
      throw e.of(place);
    }
  }

  /// Brings a room's tables to where this program has them.
  ///
  /// @throws luotuo.job.Failure `database.newer` if another program went further already
  public void migrate(String room, List<Migration> migrations) {
    locked(() -> new Migrations(file, room, migrations).applyTo(connection, statements));
  }

  /// The rows of a query.
  public <T> List<T> query(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
    return locked(() -> statements.query(sql, reader, arguments));
  }

  /// The first row of a query.
  public <T> Optional<T> first(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
    return locked(() -> statements.first(sql, reader, arguments));
  }

  /// Inserts, changes or deletes; committed when it returns.
  public int update(String sql, @Nullable Object... arguments) {
    return transaction(in -> in.update(sql, arguments));
  }

  /// All of it or nothing; committed when it returns, undone when it throws. From its beginning no
  /// other process writes.
  public <T> T transaction(Function<Statements, T> work) {
    return locked(() -> Transaction.run(connection, statements, work));
  }

  @Override
  public void close() {
    locked(
        () -> {
          try {
            connection.close();
          } catch (SQLException e) {
            throw new DatabaseError(e);
          }
        });
  }

  private void locked(Runnable work) {
    locked(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T locked(Supplier<T> work) {
    turn.lock();
    try {
      return work.get();
    } catch (DatabaseError e) {
      throw e.of(file);
    } finally {
      turn.unlock();
    }
  }
}
