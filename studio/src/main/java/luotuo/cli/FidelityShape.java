package luotuo.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import luotuo.eval.fidelity.Measure;
import luotuo.eval.fidelity.Report;
import luotuo.eval.fidelity.Score;
import luotuo.job.Problem;
import org.jspecify.annotations.Nullable;

/// How well a voice speaks for a persona, as JSON.
record FidelityShape(
    String name,
    String voice,
    String judge,
    long seed,
    boolean recall,
    int heldOut,
    int known,
    List<Measured> measures,
    List<Row> samples,
    List<String> leftOut) {

  record Measured(
      String measure,
      String axis,
      String unit,
      double value,
      double error,
      int samples,
      @Nullable Double beside) {
    static Measured of(Measure measure) {
      return new Measured(
          key(measure.measured()),
          key(measure.measured().axis()),
          key(measure.measured().unit()),
          measure.value(),
          measure.error(),
          measure.samples(),
          measure.beside().isPresent() ? measure.beside().getAsDouble() : null);
    }
  }

  record Row(
      String sample, String speaker, String said, String line, String reply, List<Scored> scores) {}

  record Scored(String measure, double value, String answer, String explanation) {
    static Scored of(Score score) {
      return new Scored(key(score.measured()), score.value(), score.answer(), score.explanation());
    }
  }

  static FidelityShape of(Report report, Function<Problem, String> words) {
    return new FidelityShape(
        report.persona(),
        report.voice(),
        report.judge(),
        report.seed(),
        report.recall(),
        report.heldOut(),
        report.known(),
        report.measures().stream().map(Measured::of).toList(),
        report.rows().stream().map(FidelityShape::row).toList(),
        report.leftOut().stream().map(words).toList());
  }

  private static Row row(Report.Row row) {
    return new Row(
        row.sample(),
        row.speaker(),
        row.said(),
        row.line(),
        row.reply(),
        row.scores().stream().map(Scored::of).toList());
  }

  private static String key(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
