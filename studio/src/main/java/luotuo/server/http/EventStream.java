package luotuo.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.webserver.ServerConnectionException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import luotuo.job.Cancelled;
import luotuo.json.Json;
import org.jspecify.annotations.Nullable;

/// A reply that is told event by event (`text/event-stream`). Several threads may tell.
///
/// Where nothing happens for a second, a comment says that the server is still there, and finds out
/// whether the client is. One that reads nothing for half a minute has gone too.
public final class EventStream implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Supplier<OutputStream> begin;
  private final Thread owner = Thread.currentThread();
  private final ReentrantLock turn = new ReentrantLock();
  private final Thread pulse;
  private volatile long written = System.nanoTime();
  private @Nullable OutputStream out;
  private boolean closed;

  EventStream(Supplier<OutputStream> begin) {
    this.begin = begin;
    this.pulse = Thread.ofVirtual().name("pulse").start(this::beat);
  }

  /// @param data becomes JSON
  /// @throws ClientGone if nobody listens any more
  public void event(String name, Object data) {
    write("event: " + name + "\ndata: " + Json.write(data) + "\n\n");
  }

  /// An event without a name.
  ///
  /// @param line one line, sent as it is
  /// @throws ClientGone if nobody listens any more
  public void data(String line) {
    write("data: " + line + "\n\n");
  }

  /// What clients pass over.
  ///
  /// @param line one line
  /// @throws ClientGone if nobody listens any more
  public void comment(String line) {
    write(": " + line + "\n\n");
  }

  private void write(String text) {
    lock();
    try {
      if (closed) {
        return;
      }
      OutputStream open = out;
      if (open == null) {
        open = begin.get();
        out = open;
      }
      written = System.nanoTime();
      open.write(text.getBytes(UTF_8));
      open.flush();
      written = System.nanoTime();
    } catch (IOException | ServerConnectionException e) {
      throw new ClientGone(e);
    } finally {
      turn.unlock();
    }
  }

  private void lock() {
    try {
      if (!turn.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ClientGone(new TimeoutException());
      }
    } catch (InterruptedException e) {
      throw new Cancelled();
    }
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        long silent = System.nanoTime() - written;
        if (turn.tryLock()) {
          try {
            if (silent >= PAUSE.toNanos()) {
              comment("ping");
            }
          } finally {
            turn.unlock();
          }
        } else if (silent >= PATIENCE.toNanos()) {
          owner.interrupt();
          return;
        }
      }
    } catch (InterruptedException e) {
      // the reply has ended
    } catch (RuntimeException e) {
      owner.interrupt(); // nobody listens any more
    }
  }

  /// Makes sure that nothing is told any more, unless something was told already.
  ///
  /// @return whether something was
  boolean begun() {
    lock();
    try {
      closed |= out == null;
      return out != null;
    } finally {
      turn.unlock();
    }
  }

  /// Ends the reply.
  @Override
  public void close() {
    lock();
    try {
      closed = true;
      pulse.interrupt(); // while it does not write: that would close the connection
      if (out != null) {
        out.close();
      }
    } catch (IOException | ServerConnectionException e) {
      throw new ClientGone(e);
    } finally {
      turn.unlock();
    }
  }
}
