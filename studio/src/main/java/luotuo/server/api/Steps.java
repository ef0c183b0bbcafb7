package luotuo.server.api;

import java.time.Duration;
import luotuo.app.Sentences;
import luotuo.job.Cancelled;
import luotuo.job.Pace;
import luotuo.job.Progress;
import luotuo.server.api.Work.Telling;

/// Progress as events, no more of them than a client can follow. Work whose client has gone ends at
/// its next step.
final class Steps implements Progress {
  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private final Telling telling;
  private final Sentences sentences;
  private final Shape shape;
  private final Pace pace = new Pace();
  private String work = "";
  private long told;

  private Steps(Telling telling, String language, Shape shape) {
    this.telling = telling;
    this.sentences = Sentences.in(language);
    this.shape = shape;
  }

  /// Of work in steps.
  static Steps of(Telling telling, String language) {
    return new Steps(telling, language, (what, done, total, _, _) -> new Step(what, done, total));
  }

  /// Of a pull, in bytes.
  static Steps ofBytes(Telling telling, String language) {
    return new Steps(telling, language, Bytes::new);
  }

  private interface Shape {
    Object of(String what, long done, long total, double perSecond, long etaSeconds);
  }

  /// @param what is being done, in words
  record Step(String what, long done, long total) {}

  /// @param bytesPerSecond of the last seconds
  /// @param etaSeconds until the end; 0 where nobody can tell
  record Bytes(String what, long done, long total, double bytesPerSecond, long etaSeconds) {}

  @Override
  public synchronized void at(String what, long done, long total) {
    Cancelled.check();
    long now = System.nanoTime();
    boolean begins = !work.equals(what) || pace.isBefore(done);
    if (begins) {
      work = what;
      pace.begin(done, now);
    }
    if (begins || done == total || now - told >= PAUSE) {
      told = now;
      double perSecond = pace.measure(done, now);
      long left = pace.secondsFor(total - done);
      telling.tell("progress", shape.of(sentences.of(what), done, total, perSecond, left));
    }
  }
}
