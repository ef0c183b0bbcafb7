package luotuo.eval.golden;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import luotuo.eval.Markup;
import luotuo.job.Problem;

/// Results as JUnit's XML, which CI servers read: a dialogue is a test case, one that is known to
/// fail is a skipped one.
public final class JUnitXml {
  private final Markup xml;
  private final Function<Problem, String> words;

  private JUnitXml(Markup xml, Function<Problem, String> words) {
    this.xml = xml;
    this.words = words;
  }

  /// @param suite whom the tests are of
  /// @param words for what did not hold
  public static String of(
      String suite, List<GoldenResult> results, Function<Problem, String> words) {
    StringWriter text = new StringWriter();
    try (Markup xml = new Markup(text)) {
      new JUnitXml(xml.begin(), words).write(suite, results);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML into memory", e);
    }
    return text.append('\n').toString();
  }

  private void write(String suite, List<GoldenResult> results) throws XMLStreamException {
    xml.open(
        "testsuite",
        "name",
        suite,
        "tests",
        String.valueOf(results.size()),
        "failures",
        String.valueOf(results.stream().filter(JUnitXml::failed).count()),
        "errors",
        "0",
        "skipped",
        String.valueOf(GoldenResult.count(results, GoldenResult.Outcome.KNOWN)),
        "time",
        seconds(results.stream().mapToDouble(GoldenResult::seconds).sum()));
    for (GoldenResult result : results) {
      write(suite, result);
    }
    xml.end();
  }

  private static boolean failed(GoldenResult result) {
    return result.outcome().isFailure();
  }

  private void write(String suite, GoldenResult result) throws XMLStreamException {
    String name = result.dialogue().name();
    xml.open("testcase", "classname", suite, "name", name, "time", seconds(result.seconds()));
    if (failed(result)) {
      told("failure", told(result));
    } else if (result.outcome() == GoldenResult.Outcome.KNOWN) {
      told("skipped", told(result));
    }
    xml.end();
  }

  private void told(String element, String text) throws XMLStreamException {
    xml.open(element, "message", text.lines().findFirst().orElse("")).words(text).end();
  }

  /// What did not hold, turn by turn, with what was asked and replied.
  private String told(GoldenResult result) {
    return result.turns().stream()
        .filter(turn -> turn.outcome() != GoldenResult.Outcome.HELD)
        .map(turn -> String.join("\n", Telling.lines(turn, words)))
        .collect(Collectors.joining("\n"));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
