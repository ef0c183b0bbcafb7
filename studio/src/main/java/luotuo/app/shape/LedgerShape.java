package luotuo.app.shape;

import luotuo.eval.LedgerEntry;
import luotuo.eval.LedgerRow;
import org.jspecify.annotations.Nullable;

/// A row of the ledger, as JSON.
///
/// @param at in UTC, as ISO 8601 has it
public record LedgerShape(
    long id,
    String at,
    String what,
    String subject,
    String model,
    String data,
    String label,
    long rows,
    long calls,
    long promptTokens,
    long replyTokens,
    double cpuSeconds,
    double seconds,
    double money,
    String currency,
    @Nullable Double score,
    String scoreName,
    String effort,
    String version,
    String note) {
  public static LedgerShape of(LedgerRow row) {
    LedgerEntry entry = row.entry();
    var cost = entry.cost();
    return new LedgerShape(
        row.id(),
        row.at().toString(),
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
        row.version(),
        entry.note());
  }
}
