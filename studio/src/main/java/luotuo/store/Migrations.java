package luotuo.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import luotuo.job.Failure;

/// The steps of one room, in their order. What was done is kept in the table `migrations`.
final class Migrations {
  private static final Pattern END = Pattern.compile(";\\s*(\\n|$)");
  private static final String TABLE =
      """
      CREATE TABLE IF NOT EXISTS migrations (
        room TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (room, number))\
      """;

  private final Path file;
  private final String room;
  private final List<Migration> steps;

  Migrations(Path file, String room, List<Migration> steps) {
    this.file = file;
    this.room = room;
    this.steps = List.copyOf(steps);
  }

  void applyTo(Connection connection, Statements statements) {
    if (!done(statements).equals(names())) {
      Transaction.run(connection, statements, this::applyMissing);
    }
  }

  private boolean applyMissing(Statements in) {
    in.update(TABLE);
    List<String> done = done(in);
    for (int i = 0; i < done.size(); i++) {
      if (i >= steps.size() || !done.get(i).equals(steps.get(i).name())) {
        throw Failure.of("database.newer", file, room + "/" + done.get(i));
      }
    }
    for (int i = done.size(); i < steps.size(); i++) {
      apply(in, i);
    }
    return true;
  }

  private void apply(Statements in, int number) {
    Migration step = steps.get(number);
    for (String sql : END.split(step.sql())) {
      if (!sql.isBlank()) {
        in.update(sql);
      }
    }
    in.update(
        "INSERT INTO migrations VALUES (?, ?, ?, ?)",
        room,
        number,
        step.name(),
        Instant.now().toString());
  }

  private List<String> done(Statements in) {
    boolean fresh =
        in.query("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'", row -> 1).isEmpty();
    return fresh
        ? List.of()
        : in.query(
            "SELECT name FROM migrations WHERE room = ? ORDER BY number", row -> row.text(1), room);
  }

  private List<String> names() {
    return steps.stream().map(Migration::name).toList();
  }
}
