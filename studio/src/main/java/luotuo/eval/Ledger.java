package luotuo.eval;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import luotuo.job.Cost;
import luotuo.job.Failure;
import luotuo.store.Database;
import luotuo.store.Row;
import org.jspecify.annotations.Nullable;

/// What every import, check, model run and benchmark took, and what it brought. It is only added
/// to.
public final class Ledger {
  private static final String WRITTEN =
      "at, version, what, subject, model, data, label, rows, calls, prompt_tokens, reply_tokens,"
          + " cpu_seconds, seconds, money, currency, score, score_name, effort, note";

  private final Database database;
  private final String version;
  private final InstantSource clock;

  /// @param version of the program, which stands in every row that it writes
  public Ledger(Database database, String version) {
    this(database, version, InstantSource.system());
  }

  Ledger(Database database, String version, InstantSource clock) {
    this.database = database;
    this.version = version;
    this.clock = clock;
    database.migrate(LedgerTable.ROOM, LedgerTable.STEPS);
  }

  /// Writes an entry; it is on the disk when this returns.
  public LedgerRow append(LedgerEntry entry) {
    long at = clock.millis();
    @Nullable Object[] values = values(at, entry);
    long id =
        database.transaction(
            in -> {
              String places = "?, ".repeat(values.length - 1) + "?";
              in.update("INSERT INTO ledger (" + WRITTEN + ") VALUES (" + places + ")", values);
              return in.first("SELECT last_insert_rowid()", row -> row.integer(1)).orElseThrow();
            });
    return new LedgerRow(id, Instant.ofEpochMilli(at), version, entry);
  }

  private @Nullable Object[] values(long at, LedgerEntry entry) {
    Cost cost = entry.cost();
    return new @Nullable Object[] {
      at,
      version,
      entry.what(),
      entry.subject(),
      entry.model(),
      entry.data().sha256(),
      entry.data().label(),
      entry.data().rows(),
      cost.calls(),
      cost.promptTokens(),
      cost.replyTokens(),
      cost.cpuSeconds(),
      cost.seconds(),
      cost.money(),
      entry.currency(),
      entry.score().map(LedgerEntry.Score::value).orElse(null),
      entry.score().map(LedgerEntry.Score::name).orElse(""),
      entry.effort(),
      entry.note()
    };
  }

  /// Rows, the latest first.
  ///
  /// @param what only of this kind; empty for all
  public List<LedgerRow> list(int limit, int offset, Optional<String> what) {
    String kind = what.orElse(null);
    return database.query(
        "SELECT id, score IS NOT NULL, "
            + WRITTEN
            + " FROM ledger WHERE ? IS NULL OR what = ? ORDER BY id DESC LIMIT ? OFFSET ?",
        Ledger::row,
        kind,
        kind,
        limit,
        offset);
  }

  /// How many rows there are.
  ///
  /// @param what only of this kind; empty for all
  public int count(Optional<String> what) {
    String kind = what.orElse(null);
    return database
        .first(
            "SELECT count(*) FROM ledger WHERE ? IS NULL OR what = ?",
            row -> (int) row.integer(1),
            kind,
            kind)
        .orElseThrow();
  }

  /// One row.
  ///
  /// @throws Failure `ledger.unknown`
  public LedgerRow row(long id) {
    return database
        .first(
            "SELECT id, score IS NOT NULL, " + WRITTEN + " FROM ledger WHERE id = ?",
            Ledger::row,
            id)
        .orElseThrow(() -> Failure.of("ledger.unknown", id));
  }

  private static LedgerRow row(Row row) {
    var data = new LedgerEntry.Data(row.text(8), row.text(9), row.integer(10));
    var cost =
        new Cost(
            row.integer(11),
            row.integer(12),
            row.integer(13),
            row.real(14),
            row.real(15),
            row.real(16));
    Optional<LedgerEntry.Score> score =
        row.integer(2) == 0
            ? Optional.empty()
            : Optional.of(new LedgerEntry.Score(row.text(19), row.real(18)));
    var entry =
        new LedgerEntry(
            row.text(5),
            row.text(6),
            row.text(7),
            data,
            cost,
            row.text(17),
            score,
            row.text(20),
            row.text(21));
    return new LedgerRow(row.integer(1), Instant.ofEpochMilli(row.integer(3)), row.text(4), entry);
  }
}
