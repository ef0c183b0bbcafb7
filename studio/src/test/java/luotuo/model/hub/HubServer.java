package luotuo.model.hub;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that says exactly what a test lets it say, also what no honest server would.
public final class HubServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Handler handler;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  public final List<Request> requests = new CopyOnWriteArrayList<>();

  public interface Handler {
    void answer(Request request, Reply reply) throws IOException;
  }

  /// @param target as it stands in the request line
  /// @param headers by name in small letters
  public record Request(String target, Map<String, String> headers) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /// The first byte that is asked for.
    public int first() {
      String range = header("range");
      return range.isEmpty() ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    }
  }

  /// What goes back, byte for byte.
  public record Reply(OutputStream out) {
    public Reply head(String status, String... headers) throws IOException {
      String head = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
      out.write(head.replace("\r\n\r\n\r\n", "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return this;
    }

    public void body(byte[] bytes, int from, int to) throws IOException {
      out.write(bytes, from, to - from);
      out.flush();
    }

    public void nothing(String status, String... headers) throws IOException {
      List<String> all = new ArrayList<>(List.of(headers));
      all.add("Content-Length: 0");
      head(status, all.toArray(String[]::new));
    }

    /// As an honest server serves a file, from the byte that is asked for.
    public void file(Request request, byte[] bytes, String... headers) throws IOException {
      int first = request.first();
      List<String> all = new ArrayList<>(List.of(headers));
      all.add("Content-Length: " + (bytes.length - first));
      if (first > 0) {
        all.add("Content-Range: bytes " + first + "-" + (bytes.length - 1) + "/" + bytes.length);
      }
      head(first > 0 ? "206 Partial Content" : "200 OK", all.toArray(String[]::new));
      body(bytes, first, bytes.length);
    }
  }

  public HubServer(Handler handler) {
    this.handler = handler;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  /// One whose answers follow one another; the last is given again and again.
  public static HubServer saying(Handler... answers) {
    var count = new AtomicInteger();
    return new HubServer(
        (request, reply) ->
            answers[Math.min(count.getAndIncrement(), answers.length - 1)].answer(request, reply));
  }

  public URI uri() {
    return URI.create("http://localhost:" + socket.getLocalPort());
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      Request request = read(new BufferedInputStream(client.getInputStream()));
      requests.add(request);
      handler.answer(request, new Reply(client.getOutputStream()));
      client.getOutputStream().flush();
    } catch (IOException e) {
      return; // the client has gone, as it may
    } finally {
      open.remove(client);
    }
  }

  private static Request read(InputStream in) throws IOException {
    String[] first = line(in).split(" ");
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Request(first.length > 1 ? first[1] : "", headers);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket client : open) {
      client.close();
    }
  }
}
