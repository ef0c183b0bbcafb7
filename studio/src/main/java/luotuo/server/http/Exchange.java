package luotuo.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.json.Json;
import luotuo.json.MalformedException;
import org.jspecify.annotations.Nullable;

/// One request and its reply.
public final class Exchange {
  private static final int MOST_JSON = 1 << 20;
  private static final long MOST_HEARD = 16 << 20;
  private static final Duration HEARD_FOR = Duration.ofSeconds(5);
  private static final String JSON = "application/json; charset=utf-8";

  private final ServerRequest request;
  private final ServerResponse response;
  private final String language;
  private @Nullable InputStream body;
  private @Nullable EventStream events;

  /// @param language of messages, where the request asks for none
  Exchange(ServerRequest request, ServerResponse response, String language) {
    this.request = request;
    this.response = response;
    this.language = Languages.asked(query("lang"), header("Accept-Language")).orElse(language);
  }

  public String method() {
    return request.prologue().method().text();
  }

  /// As it was asked for, without the query and decoded.
  public String path() {
    return request.path().path();
  }

  /// What stands in the place `{name}` of the route's path.
  public String parameter(String name) {
    return request.path().pathParameters().get(name);
  }

  public Optional<String> query(String name) {
    return request.query().first(name).asOptional();
  }

  public Optional<String> header(String name) {
    return request.headers().first(HeaderNames.create(name));
  }

  /// Of messages: `zh` or `en`.
  public String language() {
    return language;
  }

  /// Whether the client asks for events as they happen rather than for one reply at the end.
  public boolean wantsEvents() {
    return header("Accept").filter(accept -> accept.contains("text/event-stream")).isPresent();
  }

  /// The body as text, at most a mebibyte.
  ///
  /// @throws Failure `server.large`
  public String text() {
    try (InputStream body = body(MOST_JSON)) {
      return new String(body.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new ClientGone(e);
    }
  }

  /// The body as JSON.
  ///
  /// @throws Failure `server.json` if it is not, or not of this type
  public <T> T json(Class<T> type) {
    try {
      return Json.read(text(), type);
    } catch (MalformedException e) {
      throw malformed(e);
    }
  }

  /// The body as a JSON object; values are maps, lists, strings, numbers, booleans and nulls.
  ///
  /// @throws Failure `server.json`
  public Map<String, Object> object() {
    try {
      return Json.readObject(text());
    } catch (MalformedException e) {
      throw malformed(e);
    }
  }

  private static Failure malformed(MalformedException e) {
    return Failure.of("server.json", e.line(), String.valueOf(e.getMessage()));
  }

  /// The body, to be read once.
  ///
  /// @param most bytes that it may have
  /// @throws Failure `server.large`, also while it is read
  public InputStream body(long most) {
    if (request.headers().contentLength().orElse(0) > most) {
      throw Failure.of("server.large", most);
    }
    return new BoundedBody(raw(), most);
  }

  private InputStream raw() {
    InputStream open = body;
    if (open == null) {
      boolean any =
          request.headers().contains(HeaderNames.CONTENT_LENGTH)
              || request.headers().contains(HeaderNames.TRANSFER_ENCODING);
      open = any ? request.content().inputStream() : InputStream.nullInputStream();
      body = open;
    }
    return open;
  }

  /// Replaces a header of the reply.
  public Exchange with(String header, String... values) {
    response.header(HeaderNames.create(header), values);
    return this;
  }

  public void json(Object value) {
    json(200, value);
  }

  public void json(int status, Object value) {
    send(status, JSON, Json.write(value).getBytes(UTF_8));
  }

  /// An error. A client that still sends is heard out for a while, since many read no reply before;
  /// then the connection ends.
  void refuse(int status, Object value) {
    if (!hasEnded()) {
      with("Connection", "close");
    }
    json(status, value);
  }

  private boolean hasEnded() {
    if (header("Expect").isPresent() && !request.continueSent()) {
      return false;
    }
    long until = System.nanoTime() + HEARD_FOR.toNanos();
    byte[] piece = new byte[1 << 16];
    try {
      int some = raw().read(piece);
      for (long heard = some; some >= 0; heard += some) {
        if (heard > MOST_HEARD || System.nanoTime() > until) {
          return false;
        }
        some = raw().read(piece);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /// A reply without a body.
  public void empty(int status) {
    response.status(Status.create(status)).send();
  }

  /// @param type such as `text/plain; charset=utf-8`
  public void send(int status, String type, byte[] bytes) {
    with("Content-Type", type);
    try {
      response.status(Status.create(status)).send(bytes);
    } catch (ServerConnectionException e) {
      throw new ClientGone(e);
    }
  }

  /// Writes the body of a reply.
  @FunctionalInterface
  public interface Writer {
    void write(OutputStream to) throws IOException;
  }

  /// A reply that is written piece by piece.
  public void stream(String type, Writer writer) {
    with("Content-Type", type);
    try (OutputStream to = response.outputStream()) {
      writer.write(to);
    } catch (IOException | ServerConnectionException e) {
      throw new ClientGone(e);
    }
  }

  /// A reply of events. It begins with the first of them, so that an error before it still has its
  /// own status.
  public EventStream events() {
    EventStream open = events;
    if (open == null) {
      open = new EventStream(this::begin);
      events = open;
    }
    return open;
  }

  private OutputStream begin() {
    with("Content-Type", "text/event-stream; charset=utf-8");
    with("Cache-Control", "no-cache");
    with("X-Accel-Buffering", "no");
    return response.outputStream();
  }

  /// The events, where the reply is made of them and has begun. Where it has not, it never will.
  Optional<EventStream> begun() {
    return Optional.ofNullable(events).filter(EventStream::begun);
  }

  /// Ends a reply of events.
  ///
  /// @return whether the client is still there
  boolean end() {
    try {
      if (events != null) {
        events.close();
      }
      return true;
    } catch (ClientGone | Cancelled e) {
      return false;
    }
  }

  boolean isSent() {
    return response.isSent();
  }

  /// The status that was sent.
  int status() {
    return response.status().code();
  }

  /// Until this is closed, the calling thread is interrupted when the client goes away.
  public Watch watch() {
    return Inlet.CURRENT.get().watch();
  }

  boolean isLast() {
    return List.of(
            header("Connection").orElse(""),
            response.headers().first(HeaderNames.CONNECTION).orElse(""))
        .stream()
        .anyMatch("close"::equalsIgnoreCase);
  }
}
