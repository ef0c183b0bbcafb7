package luotuo.model.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The data of server-sent events (WHATWG HTML, "Server-sent events"), read without strictness: an
/// event that the end of the stream finishes counts too, and all fields but `data` are passed over.
final class Events {
  private final Lines lines;
  private final Supplier<Duration> patience;
  private @Nullable String begun;

  /// @param begun a line that was read already
  Events(Lines lines, String begun, Supplier<Duration> patience) {
    this.lines = lines;
    this.begun = begun;
    this.patience = patience;
  }

  /// @return whether a stream of events may begin with this line
  static boolean beginWith(String line) {
    return line.startsWith(":") || line.matches("(data|event|id|retry)(:.*)?");
  }

  /// @return the data of the next event that has any, its lines joined by LF; null at the end
  @Nullable String next() throws IOException {
    StringBuilder data = null;
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty() && data != null) {
        return data.toString();
      }
      if (line.startsWith("data:")) {
        data = data == null ? new StringBuilder() : data.append('\n');
        data.append(line.startsWith(" ", 5) ? line.substring(6) : line.substring(5));
      }
    }
    return data == null ? null : data.toString();
  }

  private @Nullable String line() throws IOException {
    String line = begun == null ? lines.next(patience.get()) : begun;
    begun = null;
    return line;
  }
}
