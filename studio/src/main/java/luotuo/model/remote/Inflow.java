package luotuo.model.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import luotuo.job.Cancelled;
import org.jspecify.annotations.Nullable;

/// The bytes of an answer as they arrive, read by one thread that can be interrupted and that waits
/// no longer than it says. Nothing is fetched ahead of the reader but one arrival.
final class Inflow implements BodySubscriber<Inflow>, AutoCloseable {
  private sealed interface Arrival {
    record Bytes(byte[] bytes) implements Arrival {}

    record End(@Nullable Throwable why) implements Arrival {}
  }

  private static final Subscription NONE =
      new Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
      };

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final AtomicReference<Subscription> subscription = new AtomicReference<>(NONE);
  private volatile boolean closed;

  @Override
  public CompletionStage<Inflow> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription.set(given);
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuffer buffer : buffers) {
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }
    arrivals.add(new Arrival.Bytes(bytes.toByteArray()));
  }

  @Override
  public void onError(Throwable why) {
    arrivals.add(new Arrival.End(why));
  }

  @Override
  public void onComplete() {
    arrivals.add(new Arrival.End(null));
  }

  /// @return what arrived; null at the end
  /// @throws HttpTimeoutException if nothing arrives for so long
  /// @throws IOException if the connection is lost
  /// @throws Cancelled if this thread is interrupted
  byte @Nullable [] next(Duration patience) throws IOException {
    return switch (await(patience)) {
      case null -> throw new HttpTimeoutException("nothing came");
      case Arrival.Bytes(byte[] bytes) -> {
        subscription.get().request(1);
        yield bytes;
      }
      case Arrival.End end -> {
        arrivals.add(end);
        if (end.why() != null) {
          throw new IOException(end.why());
        }
        yield null;
      }
    };
  }

  private @Nullable Arrival await(Duration patience) {
    try {
      return arrivals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
  }

  /// Gives up what has not come yet; the server sees its connection closed.
  @Override
  public void close() {
    closed = true;
    subscription.get().cancel();
  }
}
