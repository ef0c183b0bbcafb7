package luotuo.server.api;

import java.util.List;
import java.util.Locale;
import luotuo.app.Sentences;
import luotuo.app.shape.ImportShape;
import luotuo.app.shape.TurnShape;
import luotuo.corpus.LineCount;
import luotuo.corpus.Scene;
import luotuo.corpus.Speaker;
import luotuo.corpus.Speakers;
import luotuo.persona.Counts;
import luotuo.persona.Understood;
import org.jspecify.annotations.Nullable;

/// What an import would understand, as JSON.
///
/// @param format the form that the source is read as
/// @param reports the first lines that became no turn
/// @param sample the first scenes, each with its first turns
record PreviewShape(
    @Nullable String name,
    @Nullable String note,
    List<Speaker> nameProposals,
    List<Alias> aliasProposals,
    String format,
    String language,
    String scope,
    int scenes,
    int turns,
    int said,
    int did,
    int narrated,
    int passages,
    List<Speaker> speakers,
    LineCount lines,
    List<ImportShape.Reported> reports,
    List<Sample> sample) {
  private static final int MOST_REPORTS = 200;
  private static final int MOST_SPEAKERS = 200;
  private static final int SCENES = 3;
  private static final int TURNS = 40;

  /// A name that may be another one of the persona.
  record Alias(String alias, String of, String why) {}

  /// A scene's beginning.
  ///
  /// @param more turns that are left out
  record Sample(String scene, List<TurnShape> turns, int more) {
    static Sample of(Scene scene) {
      return new Sample(
          scene.id(),
          scene.turns().stream().limit(TURNS).map(TurnShape::of).toList(),
          Math.max(0, scene.turns().size() - TURNS));
    }
  }

  static PreviewShape of(Understood understood, Sentences sentences) {
    String name = understood.name().orElse("");
    var transcript = understood.transcript();
    Counts counts = Counts.of(understood.scenes());
    return new PreviewShape(
        understood.name().orElse(null),
        understood.note().map(sentences::of).orElse(null),
        understood.proposedNames().stream().limit(MOST_SPEAKERS).toList(),
        understood.proposedAliases().entrySet().stream()
            .map(alias -> new Alias(alias.getKey(), name, alias.getValue()))
            .toList(),
        transcript.form(),
        understood.language().code(),
        understood.scope().name().toLowerCase(Locale.ROOT),
        counts.scenes(),
        counts.turns(),
        counts.said(),
        counts.did(),
        counts.narrated(),
        counts.passages(),
        Speakers.count(understood.scenes()).stream().limit(MOST_SPEAKERS).toList(),
        transcript.lines(),
        transcript.reports().stream()
            .limit(MOST_REPORTS)
            .map(report -> ImportShape.Reported.of(report, sentences))
            .toList(),
        understood.scenes().stream().limit(SCENES).map(Sample::of).toList());
  }
}
