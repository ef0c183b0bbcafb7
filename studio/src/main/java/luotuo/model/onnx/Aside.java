package luotuo.model.onnx;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import luotuo.job.Cancelled;

/// Does native work of virtual threads on threads of its own, one for each processor.
///
/// A network holds the thread that it runs on for milliseconds to tenths of a second. On the few
/// threads that carry all virtual ones, whoever streams words meanwhile would wait; the system lets
/// threads of their own take turns.
final class Aside {
  private static final ExecutorService THREADS =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().daemon().name("network-", 0).factory());

  private Aside() {}

  /// What the work gives or throws.
  ///
  /// @throws Cancelled if the caller is interrupted while it waits; work that has begun goes on
  static <T> T get(Supplier<T> work) {
    if (!Thread.currentThread().isVirtual()) {
      return work.get();
    }
    Future<T> done = THREADS.submit(work::get);
    try {
      return done.get();
    } catch (InterruptedException e) {
      done.cancel(false);
      throw new Cancelled();
    } catch (ExecutionException e) {
      throw thrown(e);
    }
  }

  private static RuntimeException thrown(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException(e);
    };
  }
}
