package luotuo.cli;

import org.jspecify.annotations.Nullable;

/// Where a talk takes its lines from.
interface Lines extends AutoCloseable {
  /// The next line, without its end; null where there are no more.
  @Nullable String next(String prompt);

  /// Does work that Ctrl-C stops, where it can be typed, by interrupting the thread.
  void stoppable(Runnable work);

  /// How many columns there are to write in.
  int width();

  @Override
  void close();
}
