package luotuo.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many lines of each kind a sample has.
///
/// @param quoted a name, a colon and words in quotation marks, or a JSON line
/// @param bare a name, a colon and words without quotation marks
/// @param narrated a narrator's mark
/// @param markdown names that Markdown sets off, headings and block quotes
/// @param exchanges blocks of a question and an answer between blank lines
/// @param answered of these, by the one who answers most
/// @param chapters headings of chapters
/// @param prose neither a speaker's nor a heading
record Shape(
    int lines,
    int quoted,
    int bare,
    int narrated,
    int markdown,
    int exchanges,
    int answered,
    int chapters,
    int prose) {

  static Shape of(List<String> lines) {
    Count count = new Count();
    LineReader reader = new LineReader("");
    for (String line : lines) {
      count.add(reader.read(new Line(1, line)));
      count.markdown += MarkdownLine.of(line).marked() ? 1 : 0;
      count.chapters += Chapter.number(line).isPresent() ? 1 : 0;
    }
    count.endOfBlock();
    return count.shape();
  }

  /// The part of the lines that are of a kind.
  double share(int kind) {
    return lines == 0 ? 0 : (double) kind / lines;
  }

  private static final class Count {
    private int lines;
    private int quoted;
    private int bare;
    private int narrated;
    private int markdown;
    private int exchanges;
    private int chapters;
    private int unmarked;
    private String asks = "";
    private String answers = "";
    private boolean prose;
    private final Map<String, Integer> answerers = new HashMap<>();

    void add(Reading reading) {
      switch (reading) {
        case Reading.Blank _ -> endOfBlock();
        case Reading.Uttered uttered -> uttered(uttered);
        case Reading.Prose _ -> {
          unmarked++;
          other();
        }
        case Reading.Heading _, Reading.Section _, Reading.Alone _, Reading.Empty _ -> other();
      }
    }

    private void other() {
      lines++;
      prose |= asks.isEmpty();
    }

    private void uttered(Reading.Uttered uttered) {
      lines++;
      if (!uttered.dialogue() && uttered.opened() == null) {
        narrated++;
      } else if (uttered.quoted() || uttered.text().startsWith("{")) {
        quoted++;
      } else {
        bare++;
      }
      for (Turn turn : uttered.turns()) {
        asks = asks.isEmpty() ? Speakers.of(turn) : asks;
        answers = Speakers.of(turn);
      }
    }

    void endOfBlock() {
      if (!prose && !answers.isEmpty() && !answers.equals(asks)) {
        exchanges++;
        answerers.merge(answers, 1, Integer::sum);
      }
      asks = "";
      answers = "";
      prose = false;
    }

    Shape shape() {
      int most = answerers.values().stream().mapToInt(i -> i).max().orElse(0);
      return new Shape(
          lines, quoted, bare, narrated, markdown, exchanges, most, chapters, unmarked);
    }
  }
}
