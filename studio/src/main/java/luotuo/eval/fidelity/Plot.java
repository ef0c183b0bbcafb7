package luotuo.eval.fidelity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import luotuo.eval.Markup;

/// Bars as SVG: of each measure of an axis one for each persona.
final class Plot {
  private static final int LEFT = 420;
  private static final int WIDTH = 360;
  private static final int ROW = 22;
  private static final List<String> COLOURS =
      List.of("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377");

  private final Markup page;
  private final Function<Measured, String> words;

  Plot(Markup page, Function<Measured, String> words) {
    this.page = page;
    this.words = words;
  }

  void of(Measured.Axis axis, List<Report> reports) throws XMLStreamException {
    List<Measured> shown =
        Arrays.stream(Measured.values())
            .filter(measured -> measured.axis() == axis)
            .filter(measured -> reports.stream().anyMatch(r -> r.of(measured).isPresent()))
            .toList();
    int height = shown.size() * (reports.size() + 1) * ROW;
    String box = "0 0 " + (LEFT + WIDTH + 80) + " " + height;
    page.open("svg", "viewBox", box, "role", "img", "xmlns", "http://www.w3.org/2000/svg");
    int y = 0;
    for (Measured measured : shown) {
      label(0, y, words.apply(measured));
      double most = most(measured, reports);
      for (int i = 0; i < reports.size(); i++) {
        y += ROW;
        Optional<Measure> measure = reports.get(i).of(measured);
        label(16, y, reports.get(i).persona());
        if (measure.isPresent()) {
          bar(measure.get(), most, y, COLOURS.get(i % COLOURS.size()));
        }
      }
      y += ROW;
    }
    page.end();
  }

  /// The value at the right end.
  private static double most(Measured measured, List<Report> reports) {
    return switch (measured.unit()) {
      case SHARE -> 1;
      case SCALE -> 5;
      case NATS ->
          reports.stream()
              .flatMap(report -> report.of(measured).stream())
              .mapToDouble(measure -> Math.abs(measure.value()) + measure.error())
              .max()
              .orElse(1);
    };
  }

  private void bar(Measure measure, double most, int y, String colour) throws XMLStreamException {
    double length = Math.abs(measure.value()) / most * WIDTH;
    double error = measure.error() / most * WIDTH;
    String opacity = measure.value() < 0 ? "0.4" : "1";
    page.open(
            "rect",
            "x",
            String.valueOf(LEFT),
            "y",
            String.valueOf(y + 4),
            "width",
            number(length),
            "height",
            String.valueOf(ROW - 8),
            "fill",
            colour,
            "opacity",
            opacity)
        .end();
    line(LEFT + Math.max(0, length - error), LEFT + length + error, y + ROW / 2.0, y + ROW / 2.0);
    if (measure.beside().isPresent()) {
      double at = LEFT + measure.beside().getAsDouble() / most * WIDTH;
      line(at, at, y + 1, y + ROW - 1);
    }
    label(LEFT + WIDTH + 16, y, number(measure.value()));
  }

  private void line(double x1, double x2, double y1, double y2) throws XMLStreamException {
    page.open(
            "line",
            "x1",
            number(x1),
            "x2",
            number(x2),
            "y1",
            number(y1),
            "y2",
            number(y2),
            "stroke",
            "currentColor")
        .end();
  }

  private void label(int x, int y, String text) throws XMLStreamException {
    page.open(
            "text",
            "x",
            String.valueOf(x),
            "y",
            String.valueOf(y + 15),
            "font-size",
            "13",
            "fill",
            "currentColor")
        .words(text)
        .end();
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
