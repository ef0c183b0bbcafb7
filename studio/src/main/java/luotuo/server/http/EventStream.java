package luotuo.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import luotuo.json.Json;
import org.jspecify.annotations.Nullable;

/// A reply that is told event by event (`text/event-stream`). Several threads may tell.
public final class EventStream implements AutoCloseable {
  private final Supplier<OutputStream> begin;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable OutputStream out;

  EventStream(Supplier<OutputStream> begin) {
    this.begin = begin;
  }

  boolean begun() {
    return out != null;
  }

  /// @param data becomes JSON
  /// @throws ClientGone if nobody listens any more
  public void event(String name, Object data) {
    write("event: " + name + "\ndata: " + Json.write(data) + "\n\n");
  }

  /// An event without a name.
  ///
  /// @param line one line, sent as it is
  public void data(String line) {
    write("data: " + line + "\n\n");
  }

  /// What clients pass over; it shows that the server is still there.
  ///
  /// @param line one line
  public void comment(String line) {
    write(": " + line + "\n\n");
  }

  private void write(String text) {
    turn.lock();
    try {
      OutputStream open = out;
      if (open == null) {
        open = begin.get();
        out = open;
      }
      open.write(text.getBytes(UTF_8));
      open.flush();
    } catch (IOException e) {
      throw new ClientGone(e);
    } finally {
      turn.unlock();
    }
  }

  /// Ends the reply.
  @Override
  public void close() {
    turn.lock();
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new ClientGone(e);
    } finally {
      turn.unlock();
    }
  }
}
