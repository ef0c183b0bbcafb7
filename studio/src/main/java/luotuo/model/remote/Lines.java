package luotuo.model.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Lines of UTF-8 out of an answer, each ended by LF, CR or CRLF; a byte order mark is left out,
/// and bytes that are no UTF-8 become `\uFFFD`.
final class Lines {
  private static final int MOST = 16 << 20;
  private static final long MOST_IN_ALL = 256L << 20;

  /// More came than a reply can be.
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Inflow inflow;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private byte[] bytes = {};
  private int at;
  private long all;
  private boolean first = true;
  private boolean afterReturn;

  Lines(Inflow inflow) {
    this.inflow = inflow;
  }

  /// @param patience with each arrival
  /// @return null at the end
  @Nullable String next(Duration patience) throws IOException {
    while (at < bytes.length || more(patience)) {
      byte b = bytes[at++];
      boolean second = b == '\n' && afterReturn;
      afterReturn = b == '\r';
      if (second) {
        continue;
      }
      if (b == '\n' || b == '\r') {
        return take();
      }
      line.write(b);
      if (line.size() > MOST) {
        throw new TooMuch();
      }
    }
    return line.size() == 0 ? null : take();
  }

  /// The lines that are left, and this one before them.
  String rest(String before, Duration patience) throws IOException {
    StringBuilder rest = new StringBuilder(before);
    for (String next = next(patience); next != null; next = next(patience)) {
      rest.append('\n').append(next);
      if (rest.length() > MOST) {
        throw new TooMuch();
      }
    }
    return rest.toString();
  }

  private boolean more(Duration patience) throws IOException {
    do {
      byte[] next = inflow.next(patience);
      bytes = next == null ? new byte[0] : next;
      at = 0;
      all += bytes.length;
      if (next == null || all > MOST_IN_ALL) {
        return ended(next == null);
      }
    } while (bytes.length == 0);
    return true;
  }

  private static boolean ended(boolean properly) throws TooMuch {
    if (!properly) {
      throw new TooMuch();
    }
    return false;
  }

  private String take() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    boolean marked = first && text.startsWith("\uFEFF");
    first = false;
    return marked ? text.substring(1) : text;
  }
}
