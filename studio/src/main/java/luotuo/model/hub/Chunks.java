package luotuo.model.hub;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A response's body, taken piece by piece with a limit on each wait; the client's own streams wait
/// for ever. No more than one piece is on its way while none is taken.
final class Chunks implements BodySubscriber<Chunks> {
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile Flow.@Nullable Subscription subscription;

  private sealed interface Event {
    record Bytes(List<ByteBuffer> buffers) implements Event {}

    record Broken(Throwable reason) implements Event {}

    record Ended() implements Event {}
  }

  @Override
  public CompletionStage<Chunks> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription to) {
    subscription = to;
    to.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    events.add(new Event.Bytes(buffers));
  }

  @Override
  public void onError(Throwable reason) {
    events.add(new Event.Broken(reason));
  }

  @Override
  public void onComplete() {
    events.add(new Event.Ended());
  }

  /// @return empty at the end
  /// @throws TimeoutException if nothing comes for so long
  List<ByteBuffer> next(Duration patience)
      throws IOException, InterruptedException, TimeoutException {
    Event event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    return switch (event) {
      case null -> throw new TimeoutException();
      case Event.Ended _ -> List.of();
      case Event.Broken(Throwable reason) -> throw new IOException(reason);
      case Event.Bytes(List<ByteBuffer> buffers) -> {
        if (subscription != null) {
          subscription.request(1);
        }
        yield buffers;
      }
    };
  }

  /// Nobody wants the rest.
  void cancel() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
