package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;

/// `**Name**: words`, `- Name: words`, block quotes; a heading begins a scene.
final class MarkdownForm implements TranscriptForm {
  private static final double BY_ENDING = 0.5;

  @Override
  public String name() {
    return "markdown";
  }

  @Override
  public double likelihood(Sample sample) {
    Shape shape = sample.shape();
    double share = shape.share(shape.markdown());
    return sample.ends(".md") ? Math.max(BY_ENDING, share) : share;
  }

  @Override
  public Transcript read(Sample sample, Options options) {
    return new TextReading(name(), sample, options, true, MarkdownForm::scenes).read();
  }

  private static List<List<Turn>> scenes(TextFile file, Account account) {
    LineReader reader = new LineReader(file.name());
    List<Reading> readings =
        Continuations.join(file.lines().stream().map(line -> read(reader, line)).toList());
    List<List<Reading>> sections = sections(readings);
    if (sections.size() < 2) {
      return PlainForm.scenes(file, readings, account);
    }
    Scribe scribe = new Scribe(file.name(), account, Scribe.speakers(readings));
    return sections.stream()
        .map(section -> scribe.write(section, Scribe.dialogue(section)))
        .filter(turns -> !turns.isEmpty())
        .toList();
  }

  private static Reading read(LineReader reader, Line line) {
    if (line.text().isBlank()) {
      return reader.read(line);
    }
    MarkdownLine markdown = MarkdownLine.of(line.text());
    return markdown.section() && Signs.hasWord(markdown.text())
        ? new Reading.Section(line.number(), markdown.text())
        : reader.read(line, markdown.text());
  }

  private static List<List<Reading>> sections(List<Reading> readings) {
    List<List<Reading>> sections = new ArrayList<>();
    List<Reading> section = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Section && !section.isEmpty()) {
        sections.add(section);
        section = new ArrayList<>();
      }
      section.add(reading);
    }
    sections.add(section);
    return sections;
  }
}
