package luotuo.cli;

import java.time.Duration;
import luotuo.job.Pace;
import luotuo.job.Progress;

/// Shows on a terminal how far a pull has come, how fast it is, and when it may end, in a line that
/// goes away. The speed is that of the last seconds.
final class PullLine implements Progress {
  private static final long PAUSE = Duration.ofMillis(200).toNanos();
  private static final String CLEAR = "\r\u001b[K";

  private final Streams streams;
  private final Messages messages;
  private final Pace pace = new Pace();
  private String work = "";
  private long shown;
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
    if (!work.equals(what) || pace.isBefore(done)) {
      work = what;
      begin(done, now);
    }
    if (done >= total) {
      hide();
    } else if (now - shown >= PAUSE) {
      show(done, total, pace.measure(done, now), now);
    }
  }

  private void begin(long done, long now) {
    pace.begin(done, now);
    shown = now - PAUSE / 2;
  }

  private void show(long done, long total, double speed, long now) {
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
    long seconds = pace.secondsFor(left);
    if (seconds == 0) {
      return "";
    }
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
