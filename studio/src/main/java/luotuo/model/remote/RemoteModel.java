package luotuo.model.remote;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.json.MalformedException;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.TokenCounter;
import luotuo.model.Usage;
import org.jspecify.annotations.Nullable;

/// A model behind a server that speaks OpenAI's chat-completions protocol.
///
/// It streams, and puts up with what servers make of the protocol ([Reading], [Reply], [Dialect]).
/// What fails for the moment is tried again ([Retry]), but never once a piece was told. A server
/// that does not count is estimated for, with [Usage#counted()] false.
public final class RemoteModel implements ChatModel {
  private static final int MOST_CHANGES = 12;

  private final Endpoint endpoint;
  private final Retry retry;
  private final Trouble trouble;
  private final Http http;
  private final Ratio tokens = new Ratio();
  private final AtomicReference<Dialect> dialect = new AtomicReference<>(Dialect.PLAIN);
  private volatile boolean closed;

  /// @param endpoint with a model's name
  public RemoteModel(Endpoint endpoint, Retry retry) {
    this.endpoint = endpoint;
    this.retry = retry;
    this.trouble = new Trouble(endpoint, retry);
    this.http = new Http(endpoint, trouble);
  }

  /// The model that is named, without asking the server; where none is, the only one it has.
  ///
  /// @throws luotuo.job.Failure `model.remote.choose` with the names, if it has several
  public static RemoteModel open(Endpoint endpoint) {
    return open(endpoint, new Retry());
  }

  static RemoteModel open(Endpoint endpoint, Retry retry) {
    if (!endpoint.model().isEmpty()) {
      return new RemoteModel(endpoint, retry);
    }
    try (RemoteModel asking = new RemoteModel(endpoint, retry)) {
      List<String> models = retry.call(asking::models);
      if (models.size() != 1) {
        throw asking.trouble.choose(models);
      }
      return new RemoteModel(endpoint.withModel(models.getFirst()), retry);
    }
  }

  /// The address, as [Endpoint#parse] reads it.
  @Override
  public String name() {
    return endpoint.toString();
  }

  @Override
  public int context() {
    return endpoint.context();
  }

  /// An estimate by script, corrected by what the server has counted so far.
  @Override
  public TokenCounter tokens() {
    return tokens;
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    return retry.call(() -> attempt(request, pieces));
  }

  private Completion attempt(ChatRequest request, Consumer<Piece> pieces) {
    Cancelled.check();
    if (closed) {
      throw new IllegalStateException("the model " + name() + " is closed");
    }
    Reply reply = new Reply(pieces, request.sampling().stops());
    try (Answer answer = opened(request)) {
      new Reading(endpoint.patience(), trouble, answer.body(), reply).read();
      return completion(request, reply);
    } catch (TryAgain e) {
      throw reply.told() ? e.failure() : e;
    } catch (Reading.Nowhere e) {
      throw elsewhere();
    }
  }

  /// The answer to the request in the server's dialect, which is learnt on the way.
  private Answer opened(ChatRequest request) {
    for (int changes = 0; ; changes++) {
      Dialect now = dialect.get();
      Map<String, Object> body = Wire.body(endpoint, request, now);
      Answer answer = found(now, "chat/completions", to -> http.post(to, body));
      Optional<Dialect> other = changed(answer, body);
      if (answer.well()) {
        return answer;
      }
      if (other.isEmpty() || changes == MOST_CHANGES) {
        throw trouble.refused(answer, this::modelsIfTold);
      }
      dialect.set(other.get());
    }
  }

  private Optional<Dialect> changed(Answer answer, Map<String, Object> body) {
    boolean badRequest = answer.status() == 400 || answer.status() == 422;
    return badRequest ? dialect.get().after(answer.complaint(), body) : Optional.empty();
  }

  private interface Call {
    Answer to(URI address);
  }

  /// Where nothing is found at an address without a version, it is tried with one.
  private Answer found(Dialect now, String path, Call call) {
    Answer answer = call.to(now.at(endpoint.base(), path));
    if (!answer.lost() || now.versioned() || !Dialect.unversioned(endpoint.base())) {
      return answer;
    }
    Answer other = call.to(now.withVersion().at(endpoint.base(), path));
    if (!other.lost()) {
      dialect.updateAndGet(Dialect::withVersion);
    }
    return other.lost() && !other.complaint().structured() ? answer : other;
  }

  private RuntimeException elsewhere() {
    boolean tried = dialect.get().versioned() || !Dialect.unversioned(endpoint.base());
    if (tried) {
      return trouble.nowhere();
    }
    dialect.updateAndGet(Dialect::withVersion);
    return new TryAgain(trouble.nowhere(), Duration.ZERO);
  }

  private Completion completion(ChatRequest request, Reply reply) {
    Usage counted = reply.usage();
    learn(request, counted);
    Usage usage = counted == null ? estimated(request, reply) : counted;
    return new Completion(reply.text(), reply.thoughts(), reply.finish(), usage, List.of());
  }

  private void learn(ChatRequest request, @Nullable Usage counted) {
    if (counted != null) {
      int guess = count(request.messages(), tokens::guess);
      tokens.learn(guess, counted.prompt());
    }
  }

  private Usage estimated(ChatRequest request, Reply reply) {
    int replied = tokens.count(reply.text()) + tokens.count(reply.thoughts());
    return new Usage(count(request.messages()), 0, replied, false);
  }

  private static int count(List<Message> messages, TokenCounter counter) {
    return 4 * messages.size()
        + 3
        + messages.stream().mapToInt(message -> counter.count(message.text())).sum();
  }

  /// The names of the server's models.
  private List<String> models() {
    try (Answer answer = found(dialect.get(), "models", http::get)) {
      if (!answer.well()) {
        throw trouble.refused(answer, List::of);
      }
      String text = new Lines(answer.body()).rest("", endpoint.patience().between());
      Loose listed = Loose.read(text).any("data", "models");
      return listed.all().stream().map(m -> m.any("id", "name").text()).distinct().toList();
    } catch (MalformedException e) {
      throw trouble.malformed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw trouble.cut(0);
    }
  }

  /// What the server offers, where it tells.
  public List<String> modelsIfTold() {
    try {
      return models();
    } catch (TryAgain | Failure e) {
      return List.of();
    }
  }

  @Override
  public void close() {
    closed = true;
    http.close();
  }
}
