package luotuo.cli;

import java.time.Duration;
import luotuo.job.Progress;

/// Shows on a terminal how far slow work has come and when it may end, in a line that goes away.
final class ProgressLine implements Progress {
  private static final long PATIENCE = Duration.ofMillis(400).toNanos();
  private static final long PAUSE = Duration.ofMillis(100).toNanos();
  private static final String CLEAR = "\r\u001b[K";

  private final Streams streams;
  private final Messages messages;
  private String work = "";
  private long started;
  private long shown;
  private boolean visible;

  ProgressLine(Streams streams, Messages messages) {
    this.streams = streams;
    this.messages = messages;
  }

  @Override
  public synchronized void at(String what, long done, long total) {
    if (!streams.watched()) {
      return;
    }
    long now = System.nanoTime();
    if (!work.equals(what) || done == 0) {
      work = what;
      started = now;
    }
    if (done >= total) {
      hide();
    } else if (done == 0 ? total > 300 : now - started > PATIENCE && now - shown > PAUSE) {
      show(done, total, now);
    }
  }

  private void show(long done, long total, long now) {
    shown = now;
    visible = true;
    String line =
        messages.of("progress.line", messages.of(work), done, total, percent(done, total));
    streams.err().print(CLEAR + line + eta(done, total, now));
    streams.err().flush();
  }

  private String eta(long done, long total, long now) {
    if (done == 0) {
      return "";
    }
    long seconds = Math.round((double) (now - started) / done * (total - done) / 1e9);
    return messages.of("progress.eta", seconds < 1 ? 1 : seconds);
  }

  private static long percent(long done, long total) {
    return 100 * done / total;
  }

  private void hide() {
    work = "";
    if (visible) {
      visible = false;
      streams.err().print(CLEAR);
      streams.err().flush();
    }
  }
}
