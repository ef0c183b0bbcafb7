package luotuo.cli;

import java.io.PrintStream;
import luotuo.json.Json;

/// What a command says: lines for people, or one JSON object a line.
final class Output {
  private final PrintStream out;
  private final Style style;

  Output(PrintStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  Style style() {
    return style;
  }

  /// @throws BrokenPipe if nobody reads any more
  void line(String text) {
    raw(Printable.styled(text));
  }

  /// Words that are not the end of a line, seen at once.
  ///
  /// @throws BrokenPipe if nobody reads any more
  void words(String text) {
    out.print(Printable.styled(text));
    flushed();
  }

  private void raw(String text) {
    out.print(text);
    out.print('\n');
    flushed();
  }

  private void flushed() {
    if (out.checkError()) {
      throw new BrokenPipe();
    }
  }

  void dim(String text) {
    line(style.dim(text));
  }

  void json(Object value) {
    raw(Json.write(value));
  }

  /// Where the reader has left, as `| head` does: the program ends without a word.
  static final class BrokenPipe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPipe() {
      super("nobody reads the output", null, false, false);
    }
  }
}
