package luotuo.cli;

import java.util.List;
import java.util.Map;
import luotuo.corpus.LineCount;
import luotuo.corpus.Report;
import luotuo.corpus.Speaker;
import luotuo.persona.Imported;
import org.jspecify.annotations.Nullable;

/// What an import did, as JSON.
record ImportShape(
    String name,
    String outcome,
    String form,
    int scenes,
    int turns,
    int said,
    int did,
    int narrated,
    int passages,
    List<Speaker> speakers,
    Map<String, String> proposedAliases,
    LineCount lines,
    List<Reported> reports,
    @Nullable String note,
    List<String> questions,
    String folder) {

  /// @param key of the problem, the same in all languages
  record Reported(String file, int line, String problem, String key, String text) {
    static Reported of(Report report, Messages messages) {
      return new Reported(
          report.source().file(),
          report.source().line(),
          messages.of(report.problem()),
          report.problem().key(),
          report.text());
    }
  }

  static ImportShape of(Imported imported, Messages messages) {
    var counts = imported.counts();
    return new ImportShape(
        imported.name(),
        FoundShape.lower(imported.outcome()),
        imported.form(),
        counts.scenes(),
        counts.turns(),
        counts.said(),
        counts.did(),
        counts.narrated(),
        counts.passages(),
        imported.speakers(),
        imported.proposedAliases(),
        imported.lines(),
        imported.reports().stream().map(report -> Reported.of(report, messages)).toList(),
        imported.note().map(messages::of).orElse(null),
        imported.questions(),
        imported.path().toString());
  }
}
