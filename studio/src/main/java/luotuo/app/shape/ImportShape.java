package luotuo.app.shape;

import java.util.List;
import java.util.Map;
import luotuo.app.Sentences;
import luotuo.corpus.LineCount;
import luotuo.corpus.Report;
import luotuo.corpus.Speaker;
import luotuo.persona.Imported;
import org.jspecify.annotations.Nullable;

/// What an import did, as JSON.
public record ImportShape(
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
  public record Reported(String file, int line, String problem, String key, String text) {
    public static Reported of(Report report, Sentences sentences) {
      return new Reported(
          report.source().file(),
          report.source().line(),
          sentences.of(report.problem()),
          report.problem().key(),
          report.text());
    }
  }

  public static ImportShape of(Imported imported, Sentences sentences) {
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
        imported.reports().stream().map(report -> Reported.of(report, sentences)).toList(),
        imported.note().map(sentences::of).orElse(null),
        imported.questions(),
        imported.path().toString());
  }
}
