package luotuo.eval.fidelity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import luotuo.job.Problem;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {
  private static final String ATTACK =
      "\"'><script>alert(1)</script><img src=x"
          + " onerror=alert(1)></svg></style>&#0;\u0000\u0007\uD800";

  private static final HtmlReport.Words WORDS =
      new HtmlReport.Words(
          "title",
          "legend",
          "samples",
          List.of("a", "b", "c", "d", "e"),
          List.of("a", "b", "c", "d", "e"),
          Enum::name,
          Enum::name,
          Report::persona,
          Problem::key);

  private static Report report(String name) {
    Score score = new Score(Measured.NEAR, 0.5, name, name);
    return new Report(
        name,
        name,
        name,
        1,
        true,
        1,
        2,
        List.of(
            new Measure(Measured.NEAR, 0.5, 0.1, 3, OptionalDouble.of(0.25)),
            new Measure(Measured.NATS_SAVED, -0.5, 0.1, 3, OptionalDouble.empty())),
        List.of(new Report.Row(name, name, name, name, name, List.of(score))),
        List.of(new Problem(name, List.of())));
  }

  private static Document parsed(String page) throws Exception {
    assertTrue(page.startsWith("<!DOCTYPE html>\n"), page);
    String xml = page.substring("<!DOCTYPE html>\n".length());
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @Test
  void nothingFromDataIsMarkup() throws Exception {
    String page = HtmlReport.of(List.of(report(ATTACK), report("b")), WORDS);
    Document document = parsed(page);
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertEquals(0, document.getElementsByTagName("img").getLength());
    assertEquals(1, document.getElementsByTagName("style").getLength());
    NodeList all = document.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      for (String attribute : List.of("src", "href", "onerror", "onload", "action", "style")) {
        assertFalse(((Element) all.item(i)).hasAttribute(attribute), attribute);
      }
    }
    assertFalse(page.contains("<script"), page);
    assertTrue(document.getDocumentElement().getTextContent().contains("<script>alert(1)"));
  }

  @Test
  void thereIsABarForEachMeasureOfEachPersona() throws Exception {
    Document document = parsed(HtmlReport.of(List.of(report("a"), report("b")), WORDS));
    NodeList bars = document.getElementsByTagName("rect");
    assertEquals(4, bars.getLength());
    assertEquals(3, document.getElementsByTagName("svg").getLength());
    Element near = (Element) bars.item(2);
    assertEquals("180.000", near.getAttribute("width"));
  }
}
