package luotuo.model.onnx;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A model that is loaded by its first use, or before it by [#warm()]. Any thread may use it.
final class Loaded implements AutoCloseable {
  private final Source source;
  private final OnnxOptions options;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private volatile @Nullable Encoder encoder;
  private volatile boolean closed;

  Loaded(Source source, OnnxOptions options) {
    this.source = source;
    this.options = options;
  }

  String name() {
    return source.name();
  }

  /// Begins to load on a thread of its own and returns at once. A model that does not load fails at
  /// its first use.
  void warm() {
    Thread.ofPlatform().daemon().name("load " + name()).start(this::loadQuietly);
  }

  <T> T with(Function<Encoder, T> work) {
    return Aside.get(() -> locked(work));
  }

  private <T> T locked(Function<Encoder, T> work) {
    use.readLock().lock();
    try {
      return work.apply(encoder());
    } finally {
      use.readLock().unlock();
    }
  }

  /// Waits for the texts that are in the model, then frees it. Later uses fail.
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      closed = true;
      if (encoder != null) {
        encoder.close();
        encoder = null;
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  private Encoder encoder() {
    if (closed) {
      throw new IllegalStateException("the model " + name() + " is closed");
    }
    var loaded = encoder;
    return loaded != null ? loaded : load();
  }

  private synchronized Encoder load() {
    var loaded = encoder;
    if (loaded == null) {
      loaded = Encoder.load(source, options);
      encoder = loaded;
    }
    return loaded;
  }

  private void loadQuietly() {
    try {
      with(Encoder::dimensions);
    } catch (RuntimeException e) {
      // The first use says so, unless the program is ending.
    }
  }
}
