package luotuo.model.record;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.TokenCounter;

/// A model that says again what a [RecordingModel] recorded, piece by piece, and needs no model for
/// it: name, context and counts of tokens come from the record too.
///
/// The same request asked again gets what it got then the second time, and so on. What was not
/// recorded is a failure `model.replay.…`, never a guess.
public final class ReplayingModel implements ChatModel {
  private static final int SHOWN = 40;

  private final Recording recording;
  private final Recording.Manifest manifest;
  private volatile boolean closed;

  /// @throws Failure `model.replay.none` if nothing was recorded in the folder
  public ReplayingModel(Path folder) {
    this.recording = Recording.at(folder);
    this.manifest = recording.manifest();
  }

  @Override
  public String name() {
    return manifest.model();
  }

  @Override
  public int context() {
    return manifest.context();
  }

  /// @throws Failure `model.replay.count` for a text that was not counted in the recorded run
  @Override
  public TokenCounter tokens() {
    return text -> text.isEmpty() ? 0 : counted(Counts.key(text), text);
  }

  @Override
  public int count(List<Message> messages) {
    return counted(Counts.key(messages), messages.isEmpty() ? "" : messages.getLast().text());
  }

  private int counted(String key, String text) {
    return recording
        .counts()
        .of(key)
        .orElseThrow(() -> Failure.of("model.replay.count", name(), start(text), recording.root()));
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    if (closed) {
      throw new IllegalStateException("the model " + name() + " is closed");
    }
    Cancelled.check();
    CallShape call = recorded(request);
    for (CallShape.Run run : call.pieces()) {
      for (String text : run.pieces()) {
        pieces.accept(run.piece(text));
        Cancelled.check();
      }
    }
    call.problem()
        .ifPresent(
            problem -> {
              throw new Failure(problem);
            });
    return call.reply().orElseThrow(() -> failure("model.replay.brokenOff", request));
  }

  private CallShape recorded(ChatRequest request) {
    String hash = CanonicalJson.hash(CanonicalJson.of(name(), request));
    return recording
        .next(hash)
        .orElseThrow(
            () ->
                failure(
                    recording.knows(hash) ? "model.replay.ended" : "model.replay.missing",
                    request));
  }

  private Failure failure(String key, ChatRequest request) {
    return Failure.of(key, name(), start(request.messages().getLast().text()), recording.root());
  }

  /// The first words, in one line.
  static String start(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int end = Math.min(SHOWN, line.codePointCount(0, line.length()));
    String start = line.substring(0, line.offsetByCodePoints(0, end));
    return start.length() < line.length() ? start + "…" : start;
  }

  @Override
  public void close() {
    closed = true;
  }
}
