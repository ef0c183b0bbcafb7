package luotuo.model.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import luotuo.json.Json;
import org.jspecify.annotations.Nullable;

/// A server on a socket of its own that answers as it is told: well, badly, slowly, half.
///
/// Answers are given in turn; the last one is given to all further calls. Each call has a
/// connection of its own, unless the answer says otherwise.
public final class FakeEndpoint implements AutoCloseable {
  /// One call that came in.
  ///
  /// @param headers by their names in small letters
  public record Call(String method, String path, Map<String, String> headers, String body) {
    public Map<String, Object> json() {
      return Json.readObject(body);
    }
  }

  /// What is written back, byte by byte.
  public interface Answer {
    void to(Call call, Line line) throws IOException, InterruptedException;
  }

  /// The connection as an answer sees it.
  public static final class Line {
    private final Socket socket;
    private final CountDownLatch gone;
    private boolean kept;

    Line(Socket socket, CountDownLatch gone) {
      this.socket = socket;
      this.gone = gone;
    }

    public Line send(String text) throws IOException {
      return send(text.getBytes(StandardCharsets.UTF_8));
    }

    public Line send(byte[] bytes) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
      return this;
    }

    /// Keeps the connection for a further call.
    public void keep() {
      kept = true;
    }

    /// Says nothing more until the caller hangs up.
    public void stall() throws IOException {
      try {
        while (socket.getInputStream().read() >= 0) {
          continue;
        }
      } catch (IOException e) {
        // hung up, too
      }
      gone.countDown();
    }

    /// Breaks the connection off instead of closing it.
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private final ServerSocket server;
  private final Deque<Answer> answers = new ArrayDeque<>();
  private final Map<String, Answer> byPath = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch gone = new CountDownLatch(1);
  private final AtomicInteger connections = new AtomicInteger();

  private FakeEndpoint(List<Answer> answers) {
    this.answers.addAll(answers);
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public static FakeEndpoint answering(Answer... answers) {
    return new FakeEndpoint(List.of(answers));
  }

  /// A further answer, for one path alone.
  public FakeEndpoint at(String path, Answer answer) {
    byPath.put(path, answer);
    return this;
  }

  public String base() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  public Endpoint endpoint() {
    return Endpoint.parse(base() + "#m");
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /// How many connections were made so far.
  public int connections() {
    return connections.get();
  }

  /// Counted down when a caller hung up on an answer that stalls.
  public CountDownLatch gone() {
    return gone;
  }

  /// A stream of events, ended by closing the connection.
  public static Answer raw(String body) {
    return (call, line) -> line.send(head("text/event-stream")).send(body);
  }

  /// The same, with the usual form of each event.
  public static Answer events(String... data) {
    return raw(form(data));
  }

  public static String form(String... data) {
    StringBuilder body = new StringBuilder();
    for (String each : data) {
      body.append("data: ").append(each).append("\n\n");
    }
    return body.toString();
  }

  public static String head(String type) {
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n";
  }

  /// @param headers each ended by CRLF
  public static Answer status(int status, String headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String length = "Connection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n";
    return (call, line) ->
        line.send("HTTP/1.1 " + status + " Told\r\n" + headers + length).send(bytes);
  }

  public static Answer json(String body) {
    return status(200, "Content-Type: application/json\r\n", body);
  }

  /// An error in OpenAI's form.
  public static Answer error(int status, String message) {
    return status(status, "", Json.write(Map.of("error", Map.of("message", message))));
  }

  /// A delta with this text.
  public static String said(String text) {
    return delta(Map.of("content", text));
  }

  public static String delta(Map<String, ?> delta) {
    return Json.write(Map.of("choices", List.of(Map.of("index", 0, "delta", delta))));
  }

  public static String finish(String reason) {
    return Json.write(
        Map.of("choices", List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason))));
  }

  public static String usage(int prompt, int reply) {
    return Json.write(
        Map.of(
            "choices",
            List.of(),
            "usage",
            Map.of("prompt_tokens", prompt, "completion_tokens", reply)));
  }

  /// A good server: says this text, three code points a piece and one a token, keeps the maximum,
  /// counts, and keeps the connection.
  public static Answer saying(String text) {
    return (call, line) -> {
      int[] points = text.codePoints().toArray();
      int most =
          call.json().get("max_tokens") instanceof Number n ? n.intValue() : Integer.MAX_VALUE;
      int length = Math.min(points.length, most);
      List<String> data = new ArrayList<>();
      for (int at = 0; at < length; at += 3) {
        data.add(said(new String(points, at, Math.min(3, length - at))));
      }
      data.add(finish(length < points.length ? "length" : "stop"));
      data.add(usage(7, length));
      data.add("[DONE]");
      line.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n");
      line.send("Transfer-Encoding: chunked\r\n\r\n");
      for (String each : data) {
        byte[] bytes = form(each).getBytes(StandardCharsets.UTF_8);
        line.send(Integer.toHexString(bytes.length) + "\r\n").send(bytes).send("\r\n");
      }
      line.send("0\r\n\r\n").keep();
    };
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      for (Call call = read(socket.getInputStream());
          call != null;
          call = read(socket.getInputStream())) {
        calls.add(call);
        Line line = new Line(socket, gone);
        answer(call).to(call, line);
        if (!line.kept) {
          return;
        }
      }
    } catch (IOException e) {
      gone.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private Answer answer(Call call) {
    Answer own = byPath.get(call.path());
    synchronized (answers) {
      return own != null ? own : answers.size() > 1 ? answers.remove() : answers.element();
    }
  }

  private static @Nullable Call read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return null;
      }
      head.write(b);
    }
    String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n", -1);
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
        headers.put(name, lines[i].substring(colon + 1).strip());
      }
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    String[] request = lines[0].split(" ", -1);
    return new Call(request[0], request[1], headers, body);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
