package luotuo.corpus;

import java.util.ArrayList;
import java.util.List;
import luotuo.job.Problem;
import org.jspecify.annotations.Nullable;

/// What one line says by itself, before it is known what stands around it.
sealed interface Reading {
  int line();

  /// The line as written, without white space around it.
  String text();

  record Blank(int line) implements Reading {
    @Override
    public String text() {
      return "";
    }
  }

  /// A line with at least one speaker's mark.
  ///
  /// @param turns in order; none where the line only opens a quotation
  /// @param quoted whether the first words stand in quotation marks
  /// @param lines how many lines it takes, more than one where a quotation goes on
  record Uttered(
      int line, String text, List<Turn> turns, boolean quoted, @Nullable Opened opened, int lines)
      implements Reading {

    /// @param whole the text of all lines
    Uttered closed(List<Turn> more, String whole, int lines) {
      List<Turn> all = new ArrayList<>(turns);
      all.addAll(more);
      return new Uttered(line, whole, all, quoted, null, lines);
    }

    /// With what it leaves open ended where the line ends.
    Uttered ended() {
      return opened == null || opened.words().isEmpty()
          ? closed(List.of(), text, lines)
          : closed(List.of(opened.turn()), text, lines);
    }

    boolean dialogue() {
      return turns.stream().anyMatch(t -> t instanceof Turn.Said || t instanceof Turn.Did);
    }
  }

  /// A line that ends in a colon.
  ///
  /// @param name before the colon, where it may be a name; or empty
  record Heading(int line, String text, String name, List<String> directions) implements Reading {}

  /// A heading by its form, such as `# One`.
  record Section(int line, String text) implements Reading {}

  /// A whole line in brackets or quotation marks.
  ///
  /// @param words without them
  record Alone(int line, String text, String words) implements Reading {}

  record Prose(int line, String text) implements Reading {}

  /// A line in which there is nothing to understand.
  record Empty(int line, String text, Problem problem) implements Reading {}
}
