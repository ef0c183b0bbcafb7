package luotuo.eval;

import java.util.Optional;
import luotuo.job.Cost;

/// What a piece of work took and what came of it, to be written into the [Ledger].
///
/// @param what kind of work: `import`, `check`, `chat`, `model run`, `bench` …
/// @param subject whose: a persona, a model
/// @param model that was used; empty where none was
/// @param data that was worked on
/// @param cost tokens, time and money
/// @param currency of the money, as the price table names it; may be empty
/// @param score what came of it, where that is a number
/// @param effort of people, as they state it, such as `2h`; may be empty
/// @param note anything else, in a line; may be empty
public record LedgerEntry(
    String what,
    String subject,
    String model,
    Data data,
    Cost cost,
    String currency,
    Optional<Score> score,
    String effort,
    String note) {
  /// @param sha256 of the data; empty where there are none
  /// @param label short, for people
  /// @param rows lines, questions, samples: whatever the work counts
  public record Data(String sha256, String label, long rows) {
    public static final Data NONE = new Data("", "", 0);
  }

  /// @param name what is measured
  public record Score(String name, double value) {}

  public static LedgerEntry of(String what, String subject) {
    return new LedgerEntry(what, subject, "", Data.NONE, Cost.NONE, "", Optional.empty(), "", "");
  }

  public LedgerEntry withModel(String to) {
    return new LedgerEntry(what, subject, to, data, cost, currency, score, effort, note);
  }

  public LedgerEntry withData(String sha256, String label, long rows) {
    Data to = new Data(sha256, label, rows);
    return new LedgerEntry(what, subject, model, to, cost, currency, score, effort, note);
  }

  public LedgerEntry withCost(Cost to) {
    return new LedgerEntry(what, subject, model, data, to, currency, score, effort, note);
  }

  public LedgerEntry withCurrency(String to) {
    return new LedgerEntry(what, subject, model, data, cost, to, score, effort, note);
  }

  public LedgerEntry withScore(String name, double value) {
    Optional<Score> to = Optional.of(new Score(name, value));
    return new LedgerEntry(what, subject, model, data, cost, currency, to, effort, note);
  }

  public LedgerEntry withEffort(String to) {
    return new LedgerEntry(what, subject, model, data, cost, currency, score, to, note);
  }

  public LedgerEntry withNote(String to) {
    return new LedgerEntry(what, subject, model, data, cost, currency, score, effort, to);
  }
}
