package luotuo.cli;

import java.time.Duration;
import luotuo.job.Progress;

/// Shows on a terminal how far a pull has come, how fast it is, and when it may end, in a line that
/// goes away. The speed is that of the last seconds.
final class PullLine implements Progress {
  private static final long PAUSE = Duration.ofMillis(200).toNanos();
  private static final long MEMORY = Duration.ofSeconds(5).toNanos();
  private static final String CLEAR = "\r\u001b[K";

  private final Streams streams;
  private final Messages messages;
  private String work = "";
  private long since;
  private long sinceBytes;
  private long shown;
  private double speed;
  private boolean visible;

  PullLine(Streams streams, Messages messages) {
    this.streams = streams;
    this.messages = messages;
  }

  @Override
  public synchronized void at(String what, long done, long total) {
    at(what, done, total, System.nanoTime());
  }

  /// @param now in nanoseconds
  void at(String what, long done, long total, long now) {
    if (!streams.watched()) {
      return;
    }
    if (!work.equals(what) || done < sinceBytes) {
      work = what;
      begin(done, now);
    }
    if (done >= total) {
      hide();
    } else if (now - shown >= PAUSE) {
      measure(done, now);
      show(done, total, now);
    }
  }

  private void begin(long done, long now) {
    since = now;
    sinceBytes = done;
    speed = 0;
    shown = now - PAUSE / 2;
  }

  /// What came long ago says little of what will come.
  private void measure(long done, long now) {
    long nanos = now - since;
    speed = (done - sinceBytes) * 1e9 / Math.max(nanos, 1);
    if (nanos > MEMORY) {
      since = now - MEMORY / 2;
      sinceBytes = done - (long) (speed * MEMORY / 2e9);
    }
  }

  private void show(long done, long total, long now) {
    shown = now;
    visible = true;
    String line =
        messages.of(
            "model.pull.line",
            messages.of(work),
            Bytes.mega(done),
            Bytes.mega(total),
            100 * done / total,
            Bytes.mega(speed));
    streams.err().print(CLEAR + line + eta(total - done));
    streams.err().flush();
  }

  private String eta(long left) {
    if (speed < 1) {
      return "";
    }
    long seconds = Math.max(1, Math.round(left / speed));
    return seconds < 120
        ? messages.of("progress.eta", seconds)
        : messages.of("model.pull.minutes", (seconds + 30) / 60);
  }

  /// The line goes away; what is said next stands alone.
  synchronized void hide() {
    if (visible) {
      visible = false;
      streams.err().print(CLEAR);
      streams.err().flush();
    }
  }
}
