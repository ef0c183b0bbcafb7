package luotuo.model.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.json.Json;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.TokenCounter;
import luotuo.model.Usage;
import org.jspecify.annotations.Nullable;

/// Records every call of a model, and every count of tokens, for a [ReplayingModel].
///
/// Recorded are whole replies, failures of the model, and replies that whoever listened broke off.
/// Not recorded is what was cancelled: a replay is not cancelled at the same moment.
public final class RecordingModel extends Wrapper {
  private final Recording recording;

  /// @param model closed with this
  /// @param folder made where it is missing; calls that are recorded there already stay
  /// @throws Failure `model.record.other` if they are another model's
  public RecordingModel(ChatModel model, Path folder) {
    super(model);
    this.recording = Recording.of(folder, model.name(), model.context());
  }

  /// Where the calls are.
  public Path folder() {
    return recording.root();
  }

  @Override
  public TokenCounter tokens() {
    TokenCounter tokens = model().tokens();
    return text -> recording.counts().of(Counts.key(text), () -> tokens.count(text));
  }

  @Override
  public int count(List<Message> messages) {
    return recording.counts().of(Counts.key(messages), () -> model().count(messages));
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    Taped tape = new Taped(request, pieces);
    try {
      Completion completion = model().complete(request, tape);
      keepCount(request.messages(), completion.usage());
      tape.keep(CallShape.Reply.of(completion), null);
      return completion;
    } catch (RuntimeException | Error e) {
      tape.keepEnd(e);
      throw e;
    }
  }

  /// Free of charge here: whoever sets a budget for the replay needs it.
  private void keepCount(List<Message> messages, Usage usage) {
    if (usage.prompt() > 0) {
      recording.counts().of(Counts.key(messages), usage::prompt);
    }
  }

  /// One call: what was told, and whether the listener had enough.
  private final class Taped implements Consumer<Piece> {
    private final long began = System.nanoTime();
    private final ChatRequest request;
    private final Consumer<Piece> listener;
    private final List<Piece> told = new ArrayList<>();
    private @Nullable Throwable enough;

    Taped(ChatRequest request, Consumer<Piece> listener) {
      this.request = request;
      this.listener = listener;
    }

    @Override
    public void accept(Piece piece) {
      told.add(piece);
      try {
        listener.accept(piece);
      } catch (RuntimeException | Error e) {
        enough = e;
        throw e;
      }
    }

    /// A failure that the listener threw is none of the model's.
    void keepEnd(Throwable e) {
      try {
        if (e == enough && !(e instanceof Cancelled)) {
          count(request.messages());
          keep(null, null);
        } else if (e instanceof Failure failure && e != enough) {
          count(request.messages());
          keep(null, failure.problem());
        }
      } catch (RuntimeException unwritten) {
        e.addSuppressed(unwritten);
      }
    }

    void keep(CallShape.@Nullable Reply reply, @Nullable Problem problem) {
      long millis = (System.nanoTime() - began) / 1_000_000;
      String json = CanonicalJson.of(name(), request);
      recording.add(
          CanonicalJson.hash(json),
          new CallShape(Json.readObject(json), 0, CallShape.runs(told), reply, problem, millis));
    }
  }
}
