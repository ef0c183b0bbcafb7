package luotuo.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Arrays;

/// A client that says exactly what it is told to.
public final class Raw implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Socket socket;

  public Raw(int port) {
    try {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(10_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Raw say(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(UTF_8));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A request without a body.
  public Raw get(String path, int port) {
    return say("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n");
  }

  /// What comes until this text has come, or the end; fails where neither has after half a minute.
  public String until(String text) {
    return read(text.getBytes(UTF_8));
  }

  /// All that comes, up to the end.
  public String rest() {
    return read(new byte[0]);
  }

  private String read(byte[] last) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    long until = System.nanoTime() + PATIENCE.toNanos();
    try {
      int one = socket.getInputStream().read();
      while (one >= 0) {
        all.write(one);
        if (last.length > 0 && endsWith(all.toByteArray(), last)) {
          break;
        }
        if (System.nanoTime() > until) {
          throw new AssertionError(new String(last, UTF_8) + " never came: " + all.toString(UTF_8));
        }
        one = socket.getInputStream().read();
      }
    } catch (SocketException e) {
      // cut: as good as the end
    } catch (IOException e) {
      throw new UncheckedIOException(all.toString(UTF_8), e);
    }
    return all.toString(UTF_8);
  }

  private static boolean endsWith(byte[] all, byte[] last) {
    int from = all.length - last.length;
    return from >= 0 && Arrays.equals(all, from, all.length, last, 0, last.length);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
