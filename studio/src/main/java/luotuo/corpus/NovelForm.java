package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;
import luotuo.job.Problem;

/// A novel: prose below the headings of its chapters. A paragraph is a passage; some neighbouring
/// ones of a chapter are a scene, and a heading begins the first scene of its chapter.
final class NovelForm implements TranscriptForm {
  private static final double CLEARLY = 0.9;

  /// Characters of a scene.
  private static final int LONG = 600;

  @Override
  public String name() {
    return "novel";
  }

  /// Where names stand before colons the headings are those of a transcript, unless a sentence
  /// stands before the colon as well.
  @Override
  public double likelihood(Sample sample) {
    Shape shape = sample.shape();
    boolean prose = shape.share(shape.prose()) > 0.3;
    return shape.chapters() > 0 && prose ? CLEARLY : 0;
  }

  @Override
  public Transcript read(Sample sample, Options options) {
    return new TextReading(name(), sample, options, true, NovelForm::scenes).read();
  }

  private static List<List<Turn>> scenes(TextFile file, Account account) {
    List<List<Turn>> scenes = new ArrayList<>();
    int length = LONG;
    for (Line line : file.lines()) {
      String text = Signs.strip(line.text());
      Source source = new Source(file.name(), line.number());
      if (line.text().isBlank()) {
        account.blank();
      } else if (!Signs.hasWord(text)) {
        account.report(source, Problem.of("corpus.noWords"), text);
      } else {
        if (length >= LONG || Chapter.number(text).isPresent()) {
          scenes.add(new ArrayList<>());
          length = 0;
        }
        account.kept(1);
        scenes.getLast().add(new Turn.Passage(text, source));
        length += text.length();
      }
    }
    return scenes;
  }
}
