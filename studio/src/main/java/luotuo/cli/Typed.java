package luotuo.cli;

import java.util.stream.Stream;

/// What people type or pipe in: one line a question, in UTF-8.
final class Typed {
  private Typed() {}

  /// Without what a terminal or a file adds: a byte order mark, control characters.
  static String clean(String line) {
    String text = line.startsWith("\ufeff") ? line.substring(1) : line;
    return Printable.text(text).strip();
  }

  /// The lines of standard input that say something, as they come.
  static Stream<String> lines(Session session) {
    var lines = session.plainLines();
    return Stream.generate(() -> lines.next(""))
        .takeWhile(line -> line != null)
        .map(line -> clean(String.valueOf(line)))
        .filter(line -> !line.isEmpty());
  }
}
