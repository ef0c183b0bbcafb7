package luotuo.eval;

import java.util.List;
import java.util.Locale;
import luotuo.store.Migration;

/// The table of the ledger, step by step. What was written cannot be changed: the database refuses.
final class LedgerTable {
  static final String ROOM = "eval";

  static final List<Migration> STEPS =
      List.of(
          new Migration(
              "001-ledger",
              """
              CREATE TABLE ledger (
                id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, version TEXT NOT NULL,
                what TEXT NOT NULL, subject TEXT NOT NULL, model TEXT NOT NULL,
                data TEXT NOT NULL, label TEXT NOT NULL, rows INTEGER NOT NULL,
                calls INTEGER NOT NULL, prompt_tokens INTEGER NOT NULL,
                reply_tokens INTEGER NOT NULL, cpu_seconds REAL NOT NULL, seconds REAL NOT NULL,
                money REAL NOT NULL, currency TEXT NOT NULL,
                score REAL, score_name TEXT NOT NULL, effort TEXT NOT NULL, note TEXT NOT NULL);
              CREATE INDEX ledger_of ON ledger (what);
              """),
          refusing("002-never-changed", "UPDATE", ""),
          refusing("003-never-removed", "DELETE", ""),
          refusing(
              "004-never-replaced",
              "INSERT",
              "WHEN EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id)"));

  private LedgerTable() {}

  /// The semicolon within a trigger stands in its line, where no statement ends.
  private static Migration refusing(String name, String change, String when) {
    return new Migration(
        name,
        """
        CREATE TRIGGER ledger_no_%s BEFORE %s ON ledger %s BEGIN
          SELECT RAISE(ABORT, 'the ledger is only added to'); END;
        """
            .formatted(change.toLowerCase(Locale.ROOT), change, when));
  }
}
