package luotuo.eval.fidelity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import luotuo.job.Problem;

/// How well a voice speaks for a persona.
///
/// @param voice its name
/// @param judge the name of the judging model; empty where there is none
/// @param recall whether scenes came to mind
/// @param heldOut how many scenes were held out
/// @param known how many scenes it was left
/// @param measures in the order of [Measured]
/// @param rows what was had of each sample
/// @param leftOut what could not be measured, and why
public record Report(
    String persona,
    String voice,
    String judge,
    long seed,
    boolean recall,
    int heldOut,
    int known,
    List<Measure> measures,
    List<Row> rows,
    List<Problem> leftOut) {
  public Report {
    measures = List.copyOf(measures);
    rows = List.copyOf(rows);
    leftOut = List.copyOf(leftOut);
  }

  /// The measure of the true next line that uses most of what there is.
  public Optional<Measure> nextLine() {
    return Stream.of(Measured.NEXT_BY_BOTH, Measured.NEXT_BY_LIKELIHOOD, Measured.NEXT_BY_MEANING)
        .flatMap(measured -> of(measured).stream())
        .findFirst();
  }

  public Optional<Measure> of(Measured measured) {
    return measures.stream().filter(measure -> measure.measured() == measured).findFirst();
  }

  /// A sample, what was said, and its scores.
  ///
  /// @param reply empty where the voice cannot speak
  public record Row(
      String sample, String speaker, String said, String line, String reply, List<Score> scores) {
    public Row {
      scores = List.copyOf(scores);
    }
  }
}
