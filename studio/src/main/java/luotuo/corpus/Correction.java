package luotuo.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import luotuo.job.Failure;

/// A text with one line said otherwise.
public final class Correction {
  private Correction() {}

  /// @param text in any encoding that is read here
  /// @param name of the file, for messages
  /// @param line from 1, as reports count
  /// @param words what stands there then; one line
  /// @return the whole text in UTF-8
  /// @throws Failure `corpus.line` if there is no such line, `corpus.severalLines`, or what reading
  ///   the text throws
  public static byte[] of(byte[] text, String name, int line, String words) {
    List<Line> lines = Decoding.lines(text, name);
    if (line < 1 || line > lines.size()) {
      throw Failure.of("corpus.line", name, line, lines.size());
    }
    String whole = words.replaceFirst("\\R$", "");
    if (whole.lines().count() > 1) {
      throw Failure.of("corpus.severalLines", name, line);
    }
    StringBuilder corrected = new StringBuilder();
    for (Line old : lines) {
      corrected.append(old.number() == line ? whole : old.text()).append('\n');
    }
    return corrected.toString().getBytes(StandardCharsets.UTF_8);
  }
}
