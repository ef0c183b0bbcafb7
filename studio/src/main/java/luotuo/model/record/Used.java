package luotuo.model.record;

import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.Usage;

/// A call, and what it used, however it ends.
///
/// A call without an end has no usage of its own. It is taken to have used its prompt and what was
/// told, as providers bill it; nothing, where the model failed before its first piece.
final class Used implements Consumer<Piece> {
  private final ChatModel model;
  private final ChatRequest request;
  private final Consumer<Piece> listener;
  private final StringBuilder told = new StringBuilder();

  private Used(ChatModel model, ChatRequest request, Consumer<Piece> listener) {
    this.model = model;
    this.request = request;
    this.listener = listener;
  }

  /// @param used told once, after the call
  static Completion by(
      ChatModel model, ChatRequest request, Consumer<Piece> pieces, Consumer<Usage> used) {
    Used call = new Used(model, request, pieces);
    Usage usage = Usage.NONE;
    try {
      Completion completion = model.complete(request, call);
      usage = completion.usage();
      return completion;
    } catch (RuntimeException | Error e) {
      usage = call.soFar(e);
      throw e;
    } finally {
      used.accept(usage);
    }
  }

  @Override
  public void accept(Piece piece) {
    told.append(piece.text());
    listener.accept(piece);
  }

  private Usage soFar(Throwable e) {
    if (told.isEmpty() && !(e instanceof Cancelled)) {
      return Usage.NONE;
    }
    try {
      int reply = model.tokens().count(told.toString());
      return new Usage(model.count(request.messages()), 0, reply, false);
    } catch (RuntimeException uncounted) {
      // What ended the call matters more, and characters are seldom fewer than tokens.
      e.addSuppressed(uncounted);
      int prompt = request.messages().stream().mapToInt(m -> m.text().length()).sum();
      return new Usage(prompt, 0, told.length(), false);
    }
  }
}
