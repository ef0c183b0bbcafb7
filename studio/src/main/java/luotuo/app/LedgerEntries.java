package luotuo.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.eval.LedgerEntry;
import luotuo.eval.PersonaCheck;
import luotuo.eval.fidelity.Measure;
import luotuo.eval.fidelity.Report;
import luotuo.eval.golden.GoldenResult;
import luotuo.eval.turns.Tally;
import luotuo.job.Cost;
import luotuo.persona.Imported;
import luotuo.persona.Persona;
import luotuo.store.Hash;

/// What stands in the ledger of imports and checks.
final class LedgerEntries {
  private LedgerEntries() {}

  /// Rows are the lines of the source that were kept; the note is what became of it.
  static LedgerEntry of(Imported imported, Cost cost) {
    return LedgerEntry.of("import", imported.name())
        .withData(imported.source().sha256(), imported.source().name(), imported.lines().kept())
        .withCost(cost)
        .withNote(imported.outcome().name().toLowerCase(Locale.ROOT));
  }

  /// Rows are the questions that were tried. The score is the mean of two shares, so that neither
  /// answering all nor declining all is good: own questions that were answered rightly, and
  /// questions of others that were declined.
  static LedgerEntry of(Persona persona, PersonaCheck.Check check, Cost cost) {
    LedgerEntry entry =
        LedgerEntry.of("check", persona.name())
            .withData(hash(persona), persona.name(), (long) check.asked() + check.foreign())
            .withCost(cost)
            .withNote(
                "asked %d, answered %d, right %d, foreign %d, declined %d"
                    .formatted(
                        check.asked(),
                        check.answered(),
                        check.right(),
                        check.foreign(),
                        check.declined()));
    if (check.asked() == 0 || check.foreign() == 0) {
      return entry;
    }
    double right = (double) check.right() / check.asked();
    double declined = (double) check.declined() / check.foreign();
    return entry.withScore("right and declined", (right + declined) / 2);
  }

  /// Rows are the questions that a model was asked.
  static LedgerEntry on(Persona persona, LedgerEntry talk) {
    return talk.withData(hash(persona), persona.name(), talk.cost().calls());
  }

  /// Rows are the dialogues; the score is the share of those that ended as they should.
  static LedgerEntry scored(LedgerEntry entry, List<GoldenResult> results) {
    long failed = results.stream().filter(result -> result.outcome().isFailure()).count();
    int known = GoldenResult.count(results, GoldenResult.Outcome.KNOWN);
    return entry
        .withData(entry.data().sha256(), entry.data().label(), results.size())
        .withScore("dialogues not failed", 1 - (double) failed / results.size())
        .withNote("failed %d, known to fail %d".formatted(failed, known));
  }

  /// Rows are the replies; the score is the share of those that were in form when they were seen.
  static LedgerEntry scored(LedgerEntry entry, Tally tally) {
    double out = (double) tally.reached().size() / Math.max(1, tally.replies());
    return entry
        .withData(entry.data().sha256(), entry.data().label(), tally.replies())
        .withScore("replies in form", 1 - out)
        .withNote(
            "cut %d, redrawn %d, own lines %d"
                .formatted(tally.cut(), tally.redrawn(), tally.fallbacks()));
  }

  /// Rows are the samples; the score is how often the true next line was found among ten.
  static LedgerEntry scored(LedgerEntry entry, Report report) {
    LedgerEntry told =
        entry
            .withData(entry.data().sha256(), entry.data().label(), report.rows().size())
            .withNote(note(report));
    return report
        .nextLine()
        .map(measure -> told.withScore(key(measure), measure.value()))
        .orElse(told);
  }

  private static String note(Report report) {
    String measures =
        report.measures().stream()
            .map(m -> String.format(Locale.ROOT, "%s %.3f", key(m), m.value()))
            .collect(Collectors.joining(", "));
    return "seed %d, recall %s: %s"
        .formatted(report.seed(), report.recall() ? "on" : "off", measures);
  }

  private static String key(Measure measure) {
    return measure.measured().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Of what was asked and answered from: the scenes, wherever they lie.
  private static String hash(Persona persona) {
    StringBuilder text = new StringBuilder();
    for (Scene scene : persona.scenes()) {
      text.append(scene.id()).append('\n');
      for (Turn turn : scene.turns()) {
        text.append(said(turn)).append('\t').append(turn.text()).append('\n');
      }
    }
    return Hash.sha256(text.toString());
  }

  private static String said(Turn turn) {
    return switch (turn) {
      case Turn.Said said -> "said " + said.speaker();
      case Turn.Did did -> "did " + did.speaker();
      case Turn.Narrated _ -> "narrated";
      case Turn.Passage _ -> "passage";
    };
  }

  /// Of this program, as its jar's manifest has it; classes outside a jar have none.
  static String version() {
    String version = LedgerEntries.class.getPackage().getImplementationVersion();
    return version == null ? "unpacked" : version;
  }
}
