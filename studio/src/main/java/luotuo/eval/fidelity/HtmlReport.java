package luotuo.eval.fidelity;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import luotuo.eval.Markup;
import luotuo.job.Problem;

/// Reports as one page of HTML with plots: no script, nothing from elsewhere, and every word from
/// data written as a text.
public final class HtmlReport {
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem;
        color: #222; background: #fff }
      table { border-collapse: collapse; margin: 1rem 0 } td, th { padding: .2rem .6rem; text-align: left;
        border-bottom: 1px solid #ddd; vertical-align: top } td.number { text-align: right;
        font-variant-numeric: tabular-nums } .dim { color: #666 } svg { max-width: 100%; height: auto }
      @media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1b1b }
        td, th { border-color: #444 } .dim { color: #999 } }
      """;

  private final Markup page;
  private final Words words;

  private HtmlReport(Markup page, Words words) {
    this.page = page;
    this.words = words;
  }

  /// The page's words in the reader's language.
  ///
  /// @param columns of the measures, five
  /// @param sampleColumns of the samples, five
  public record Words(
      String title,
      String legend,
      String samples,
      List<String> columns,
      List<String> sampleColumns,
      Function<Measured.Axis, String> axis,
      Function<Measured, String> measured,
      Function<Report, String> about,
      Function<Problem, String> leftOut) {}

  public static String of(List<Report> reports, Words words) {
    StringWriter text = new StringWriter();
    try (Markup page = new Markup(text)) {
      new HtmlReport(page, words).write(reports);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("HTML into memory", e);
    }
    return "<!DOCTYPE html>\n" + text + "\n";
  }

  private void write(List<Report> reports) throws XMLStreamException {
    page.open("html").open("head");
    page.open("meta", "charset", "UTF-8").end();
    page.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY).end();
    page.text("title", words.title()).text("style", STYLE).end().open("body");
    page.text("h1", words.title());
    for (Report report : reports) {
      page.open("p", "class", "dim").words(words.about().apply(report)).end();
    }
    for (Measured.Axis axis : Measured.Axis.values()) {
      page.text("h2", words.axis().apply(axis));
      new Plot(page, words.measured()).of(axis, reports);
    }
    page.open("p", "class", "dim").words(words.legend()).end();
    for (Report report : reports) {
      tell(report);
    }
    page.end().end();
  }

  private void tell(Report report) throws XMLStreamException {
    page.text("h2", report.persona());
    page.open("table");
    header(words.columns());
    for (Measure measure : report.measures()) {
      page.open("tr").text("td", words.measured().apply(measure.measured()));
      number(Plot.number(measure.value()));
      number(Plot.number(measure.error()));
      number(String.valueOf(measure.samples()));
      number(measure.beside().isPresent() ? Plot.number(measure.beside().getAsDouble()) : "");
      page.end();
    }
    page.end();
    for (Problem problem : report.leftOut()) {
      page.open("p", "class", "dim").words(words.leftOut().apply(problem)).end();
    }
    page.open("details").text("summary", words.samples()).open("table");
    header(words.sampleColumns());
    for (Report.Row row : report.rows()) {
      page.open("tr").text("td", row.sample()).text("td", row.speaker() + "：" + row.said());
      page.text("td", row.line()).text("td", row.reply()).text("td", scores(row)).end();
    }
    page.end().end();
  }

  private void header(List<String> columns) throws XMLStreamException {
    page.open("tr");
    for (String column : columns) {
      page.text("th", column);
    }
    page.end();
  }

  private void number(String number) throws XMLStreamException {
    page.open("td", "class", "number").words(number).end();
  }

  private static String scores(Report.Row row) {
    return row.scores().stream()
        .map(
            score ->
                score.measured().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + " "
                    + Plot.number(score.value())
                    + (score.explanation().isEmpty() ? "" : " (" + score.explanation() + ")"))
        .collect(Collectors.joining(", "));
  }
}
