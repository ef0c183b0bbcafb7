package luotuo.model.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import luotuo.job.Cancelled;

/// How many may call a model at once. Further ones wait and are served in the order in which they
/// came; each is told how many are before it.
public final class Places {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final List<Object> line = new ArrayList<>();
  private int taken;

  /// @param most at once, above 0
  public Places(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("places: " + most);
    }
    this.most = most;
  }

  /// A place, until it is closed.
  public final class Place implements AutoCloseable {
    private Place() {}

    @Override
    public void close() {
      lock.lock();
      try {
        taken--;
        moved.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /// Waits for a place. Where the thread is interrupted, or what is told throws, the line closes up
  /// at once.
  ///
  /// @param waiting told each position in the line on this thread: 1 for the next in turn, and at
  ///   last 0
  /// @throws Cancelled if interrupted
  public Place take(IntConsumer waiting) {
    Object self = new Object();
    enter(self);
    try {
      for (int position = position(self, -1); position > 0; position = position(self, position)) {
        waiting.accept(position);
      }
      waiting.accept(0);
      return new Place();
    } catch (InterruptedException e) {
      leave(self);
      throw new Cancelled();
    } catch (RuntimeException | Error e) {
      leave(self);
      throw e;
    }
  }

  private void enter(Object self) {
    lock.lock();
    try {
      line.add(self);
    } finally {
      lock.unlock();
    }
  }

  /// Blocks while the position is the one that was told already; takes a place where there is one.
  private int position(Object self, int told) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        int before = line.indexOf(self);
        if (before == 0 && taken < most) {
          line.removeFirst();
          taken++;
          moved.signalAll();
          return 0;
        }
        if (before + 1 != told) {
          return before + 1;
        }
        moved.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void leave(Object self) {
    lock.lock();
    try {
      if (!line.remove(self)) {
        taken--;
      }
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// How many wait.
  public int waiting() {
    lock.lock();
    try {
      return line.size();
    } finally {
      lock.unlock();
    }
  }

  /// How many are served.
  public int taken() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }
}
