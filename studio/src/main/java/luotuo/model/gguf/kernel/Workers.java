package luotuo.model.gguf.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A few threads that share out numbered tasks. The caller works too and never waits for a helper
/// that has not begun: on a busy machine it does everything itself.
///
/// One round of work at a time; another caller waits for its end. Tasks of a round that call for a
/// round do it by themselves.
final class Workers implements AutoCloseable {
  private static final long HELPER = 1;
  private static final long ROUND = 1L << 32;

  /// Twice the number of rounds begun, less one while one is open, times [#ROUND]; and the helpers
  /// at work.
  private final AtomicLong gate = new AtomicLong();

  private final AtomicInteger next = new AtomicInteger();
  private final ReentrantLock turn = new ReentrantLock();
  private final Scratch scratch = new Scratch();
  private final List<Helper> helpers = new ArrayList<>();
  private volatile boolean closed;
  private volatile @Nullable Thread caller;
  private volatile @Nullable Throwable failure;
  private IntConsumer task = _ -> {};
  private int tasks;

  Workers(int threads) {
    for (int i = 1; i < threads; i++) {
      helpers.add(new Helper(this, i));
    }
    helpers.forEach(Thread::start);
  }

  int threads() {
    return helpers.size() + 1;
  }

  boolean closed() {
    return closed;
  }

  /// The room of the thread that asks, which must be in a round.
  Scratch scratch() {
    return Thread.currentThread() instanceof Helper helper ? helper.scratch : scratch;
  }

  /// Whether the thread that asks is in a round, and others may be.
  boolean within() {
    return turn.isHeldByCurrentThread() || Thread.currentThread() instanceof Helper;
  }

  /// Begins to be the only caller, until [#leave].
  void enter() {
    turn.lock();
  }

  void leave() {
    turn.unlock();
  }

  /// Does tasks 0 to `count − 1`, each once, in any order. For the only caller.
  void round(int count, IntConsumer job) {
    if (count < 2 || helpers.isEmpty()) {
      alone(count, job);
      return;
    }
    task = job;
    tasks = count;
    failure = null;
    caller = Thread.currentThread();
    next.set(0);
    gate.addAndGet(ROUND);
    for (int i = 0; i < Math.min(count - 1, helpers.size()); i++) {
      helpers.get(i).wake();
    }
    work();
    await(gate.addAndGet(ROUND));
    task = _ -> {};
    rethrow(failure);
  }

  static void alone(int count, IntConsumer job) {
    for (int i = 0; i < count; i++) {
      job.accept(i);
    }
  }

  long round() {
    return gate.get() / ROUND;
  }

  /// Works in a round, unless it is over.
  void help(long round) {
    if (round % 2 == 0 || !join(round)) {
      return;
    }
    work();
    long now = gate.addAndGet(-HELPER);
    if (now % ROUND == 0 && now / ROUND % 2 == 0) {
      LockSupport.unpark(caller);
    }
  }

  @Override
  public void close() {
    closed = true;
    helpers.forEach(LockSupport::unpark);
  }

  private boolean join(long round) {
    long now = gate.get();
    while (now / ROUND == round) {
      if (gate.compareAndSet(now, now + HELPER)) {
        return true;
      }
      now = gate.get();
    }
    return false;
  }

  private void work() {
    try {
      for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
        task.accept(i);
      }
    } catch (RuntimeException | Error e) {
      failure = e;
      next.set(tasks);
    }
  }

  /// Waits for the helpers that are still at work. An interrupt is kept for later.
  private void await(long now) {
    boolean interrupted = false;
    int looks = 0;
    while (now % ROUND != 0) {
      if (looks++ < 200) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      now = gate.get();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> {}
    }
  }
}
