package luotuo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/// Begin, work, commit; or roll back.
final class Transaction {
  private Transaction() {}

  /// A transaction that writes from its beginning: one that first reads and then wants to write
  /// fails where another process wrote in between, and no waiting helps it.
  static <T> T run(Connection connection, Statements statements, Function<Statements, T> work) {
    execute(connection, "BEGIN IMMEDIATE");
    T value;
    try {
      value = work.apply(statements);
      execute(connection, "COMMIT");
    } catch (RuntimeException | Error e) {
      rollBack(connection, e);
      throw e;
    }
    return value;
  }

  private static void rollBack(Connection connection, Throwable because) {
    try {
      execute(connection, "ROLLBACK");
    } catch (DatabaseError e) {
      // Some errors roll back by themselves; the first one is what the caller needs.
      because.addSuppressed(e);
    }
  }

  static void execute(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new DatabaseError(e);
    }
  }
}
