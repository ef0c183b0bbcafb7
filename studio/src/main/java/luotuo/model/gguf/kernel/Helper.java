package luotuo.model.gguf.kernel;

import java.util.concurrent.locks.LockSupport;

/// A thread that helps with every round of work and sleeps between them.
final class Helper extends Thread {
  /// How long it stays awake after a round: the next one of a token is seldom further away.
  private static final long AWAKE_NANOS = 5_000;

  final Scratch scratch = new Scratch();
  private final Workers workers;
  private volatile boolean asleep;

  Helper(Workers workers, int number) {
    super("luotuo-kernel-" + number);
    this.workers = workers;
    setDaemon(true);
  }

  @Override
  public void run() {
    long done = 0;
    while (!workers.closed()) {
      long round = next(done);
      if (round != done) {
        workers.help(round);
        done = round;
      }
    }
  }

  void wake() {
    if (asleep) {
      LockSupport.unpark(this);
    }
  }

  private long next(long done) {
    long until = System.nanoTime() + AWAKE_NANOS;
    do {
      if (workers.round() != done) {
        return workers.round();
      }
      Thread.onSpinWait();
    } while (System.nanoTime() < until);
    asleep = true;
    if (workers.round() == done && !workers.closed()) {
      LockSupport.park(workers);
    }
    asleep = false;
    return workers.round();
  }
}
