package luotuo.server.http;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one client sends, as the HTTP library reads it, and whether the client is still there.
///
/// While a request is answered, [#watch] reads on: an end of the stream says that the client has
/// gone. What came instead (the next request) is kept for the library. A request that trickles in
/// slower than a kibibyte a second is not waited for.
final class Inlet implements Supplier<byte @Nullable []> {
  /// Of the connection whose request is answered on this thread.
  static final ScopedValue<Inlet> CURRENT = ScopedValue.newInstance();

  private static final long GRACE = Duration.ofSeconds(20).toNanos();
  private static final long NANOS_A_BYTE = Duration.ofSeconds(1).toNanos() / 1024;

  private final Supplier<byte @Nullable []> socket;
  private volatile @Nullable CompletableFuture<byte @Nullable []> ahead;
  private volatile long reading;
  private @Nullable Thread watcher;
  private boolean last;
  private long began;
  private long received;

  /// @param socket blocks until there are bytes; null at the end
  /// @param before what was read of it already; may be empty
  Inlet(Supplier<byte @Nullable []> socket, byte[] before) {
    this.socket = socket;
    this.ahead = before.length == 0 ? null : CompletableFuture.completedFuture(before);
  }

  /// The next bytes; null when there will be none, or no more are wanted.
  @Override
  public byte @Nullable [] get() {
    if (last) {
      return null;
    }
    CompletableFuture<byte @Nullable []> read = ahead;
    ahead = null;
    byte[] bytes = read == null ? read() : awaited(read);
    return bytes == null || isTooSlow(bytes.length) ? null : bytes;
  }

  private byte @Nullable [] read() {
    reading = System.nanoTime();
    try {
      return socket.get();
    } catch (UncheckedIOException e) {
      return null;
    } finally {
      reading = 0;
    }
  }

  /// Whether the client has been silent for so long where the library waits for it.
  boolean isSilent(Duration patience) {
    long since = reading;
    return since != 0 && System.nanoTime() - since > patience.toNanos();
  }

  private static byte @Nullable [] awaited(CompletableFuture<byte @Nullable []> read) {
    try {
      return read.get();
    } catch (ExecutionException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private boolean isTooSlow(int more) {
    long now = System.nanoTime();
    if (received == 0) {
      began = now;
    }
    received += more;
    return now - began > GRACE + received * NANOS_A_BYTE;
  }

  /// The request was answered.
  ///
  /// @param wasLast whether the connection is to end with it
  void answered(boolean wasLast) {
    received = 0;
    last = wasLast;
  }

  /// Until this is closed, the calling thread is interrupted when the client goes away.
  synchronized Watch watch() {
    watcher = Thread.currentThread();
    if (ahead == null) {
      CompletableFuture<byte @Nullable []> to = new CompletableFuture<>();
      ahead = to;
      Thread.ofVirtual().name("watch").start(() -> readAhead(to));
    }
    return this::unwatch;
  }

  /// A client that waits for its reply may be silent for long.
  private void readAhead(CompletableFuture<byte @Nullable []> to) {
    byte[] bytes = null;
    try {
      bytes = socket.get();
    } catch (UncheckedIOException e) {
      // as good as the end
    }
    to.complete(bytes);
    if (bytes == null) {
      gone();
    }
  }

  private synchronized void gone() {
    if (watcher != null) {
      watcher.interrupt();
    }
  }

  /// An interrupt that the watch caused is used up.
  private synchronized void unwatch() {
    watcher = null;
    Thread.interrupted();
  }
}
