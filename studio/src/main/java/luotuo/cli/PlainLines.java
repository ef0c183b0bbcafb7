package luotuo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines from a pipe or a file, or from a terminal that cannot edit.
final class PlainLines implements Lines {
  private static final int WIDTH = 100;

  private final Streams streams;
  private final BufferedReader reader;
  private final boolean prompting;

  /// @param prompting whether somebody is there to see a prompt
  PlainLines(Streams streams, boolean prompting) {
    this.streams = streams;
    this.reader = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
    this.prompting = prompting;
  }

  @Override
  public @Nullable String next(String prompt) {
    if (prompting) {
      streams.out().print(prompt);
      streams.out().flush();
    }
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ctrl-C ends the program here.
  @Override
  public void stoppable(Runnable work) {
    work.run();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void close() {}
}
