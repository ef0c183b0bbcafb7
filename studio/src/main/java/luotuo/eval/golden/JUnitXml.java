package luotuo.eval.golden;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import luotuo.job.Problem;

/// Results as JUnit's XML, which CI servers read: a dialogue is a test case, one that is known to
/// fail is a skipped one.
public final class JUnitXml {
  private final XMLStreamWriter xml;
  private final Function<Problem, String> words;

  private JUnitXml(XMLStreamWriter xml, Function<Problem, String> words) {
    this.xml = xml;
    this.words = words;
  }

  /// @param suite whom the tests are of
  /// @param words for what did not hold
  public static String of(
      String suite, List<GoldenResult> results, Function<Problem, String> words) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new JUnitXml(xml, words).write(suite, results);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML into memory", e);
    }
    return text.append('\n').toString();
  }

  private void write(String suite, List<GoldenResult> results) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuite");
    attribute("name", suite);
    attribute("tests", String.valueOf(results.size()));
    attribute("failures", String.valueOf(results.stream().filter(JUnitXml::failed).count()));
    attribute("errors", "0");
    attribute(
        "skipped", String.valueOf(GoldenResult.count(results, GoldenResult.Outcome.KNOWN)));
    attribute("time", seconds(results.stream().mapToDouble(GoldenResult::seconds).sum()));
    for (GoldenResult result : results) {
      write(suite, result);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static boolean failed(GoldenResult result) {
    return result.outcome().isFailure();
  }

  private void write(String suite, GoldenResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", suite);
    attribute("name", result.dialogue().name());
    attribute("time", seconds(result.seconds()));
    if (failed(result)) {
      told("failure", told(result));
    } else if (result.outcome() == GoldenResult.Outcome.KNOWN) {
      told("skipped", told(result));
    }
    xml.writeEndElement();
  }

  private void told(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", text.lines().findFirst().orElse(""));
    xml.writeCharacters(allowed(text));
    xml.writeEndElement();
  }

  /// What did not hold, turn by turn, with what was asked and replied.
  private String told(GoldenResult result) {
    return result.turns().stream()
        .filter(turn -> turn.outcome() != GoldenResult.Outcome.HELD)
        .map(turn -> String.join("\n", Telling.lines(turn, words)))
        .collect(Collectors.joining("\n"));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, allowed(value));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  /// Without the characters that XML has no way to write.
  private static String allowed(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\t' || c == '\n' || c >= 0x20 && c < 0xD800 || c > 0xDFFF && c < 0xFFFE
                    || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
