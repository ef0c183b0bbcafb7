package luotuo.model.record;

import java.util.function.Consumer;
import luotuo.job.Cost;
import luotuo.job.Stopwatch;

/// Adds up what calls of models took; several models may share one. It can be read at any time.
///
/// CPU time is the whole process's while calls run, and no moment of it counts twice: a call that
/// ends gets what was used since the one before it ended. The seconds of calls that ran side by
/// side add up to more than passed.
public final class Meter {
  private final Consumer<Cost> listener;
  private Cost total = Cost.NONE;
  private Stopwatch counted = Stopwatch.started();
  private int running;

  public Meter() {
    this(cost -> {});
  }

  /// @param listener told the cost of each call when it has ended, on the thread that called
  public Meter(Consumer<Cost> listener) {
    this.listener = listener;
  }

  /// What the calls that have ended took together.
  public synchronized Cost total() {
    return total;
  }

  synchronized void begins() {
    if (running++ == 0) {
      counted = Stopwatch.started();
    }
  }

  /// @param call without CPU time
  void ended(Cost call) {
    listener.accept(counted(call));
  }

  private synchronized Cost counted(Cost call) {
    running--;
    double cpu = counted.elapsed().cpuSeconds();
    counted = Stopwatch.started();
    Cost cost = call.plus(new Cost(0, 0, 0, cpu, 0, 0));
    total = total.plus(cost);
    return cost;
  }
}
