package luotuo.persona;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.corpus.LineCount;
import luotuo.corpus.Report;
import luotuo.corpus.Speaker;
import luotuo.job.Problem;

/// What was understood of a source, and what became of it. Counts are of the source, also where it
/// was merged into a persona that has other scenes besides.
///
/// @param source what was imported
/// @param speakers everybody who speaks or acts, most first
/// @param proposedAliases by alias that was not asked for, why it may be one
/// @param note what the user should know of the choice of the character
/// @param questions that the persona can answer
/// @param path the persona's folder
public record Imported(
    String name,
    Outcome outcome,
    Provenance source,
    Counts counts,
    List<Speaker> speakers,
    Map<String, String> proposedAliases,
    LineCount lines,
    List<Report> reports,
    Optional<Problem> note,
    List<String> questions,
    Path path) {

  /// The form that the source was read as.
  public String form() {
    return source.form();
  }

  /// What an import did to the workspace.
  public enum Outcome {
    CREATED,
    UNCHANGED,
    REPLACED,
    MERGED
  }
}
