package luotuo.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/// Lines from a terminal, with editing, completion, and a history that is kept.
///
/// Ctrl-C clears the line, or stops a reply that is being written; Ctrl-D on an empty one ends the
/// talk.
final class TerminalLines implements Lines {
  private static final int WIDTH = 80;

  private final Terminal terminal;
  private final LineReader reader;

  /// @param history the file that keeps what was typed, if it is worth keeping
  TerminalLines(Terminal terminal, Optional<Path> history, Completions completions) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(new DefaultParser().escapeChars(new char[0]).quoteChars(new char[0]))
            .completer(completions)
            .variable(LineReader.BELL_STYLE, "none")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
            .option(LineReader.Option.INSERT_TAB, false)
            .build();
    history.ifPresent(file -> reader.setVariable(LineReader.HISTORY_FILE, file));
  }

  /// The terminal that the program was started from.
  static TerminalLines system(Optional<Path> history, Completions completions) throws IOException {
    Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(true).encoding(StandardCharsets.UTF_8).build();
    return new TerminalLines(terminal, history, completions);
  }

  @Override
  public @Nullable String next(String prompt) {
    while (true) {
      try {
        return reader.readLine(prompt);
      } catch (UserInterruptException e) {
        // Ctrl-C: what was typed is gone, and the prompt comes again.
      } catch (EndOfFileException e) {
        return null;
      }
    }
  }

  @Override
  public void stoppable(Runnable work) {
    Thread worker = Thread.currentThread();
    var before = terminal.handle(Terminal.Signal.INT, _ -> worker.interrupt());
    try {
      work.run();
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
    }
  }

  @Override
  public int width() {
    int width = terminal.getWidth();
    return width > 0 ? width : WIDTH;
  }

  @Override
  public void close() {
    try {
      terminal.close();
    } catch (IOException e) {
      // The program ends; a terminal that is gone already is no news to anybody.
      return;
    }
  }
}
