package luotuo.model.record;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import luotuo.model.ChatModel;
import luotuo.model.ChatModelContract;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.TokenCounter;
import org.junit.jupiter.api.io.TempDir;

/// A replay is a model like any other, as far as it was recorded.
class ReplayingModelTest extends ChatModelContract {
  @TempDir Path folder;

  @Override
  protected ChatModel model() {
    return new Replayed(folder);
  }

  @Override
  protected ChatModel another() {
    return new Replayed(folder);
  }

  /// Records whatever it is asked before the replay is.
  private static final class Replayed implements ChatModel {
    private final RecordingModel recording;
    private final ReplayingModel replaying;

    Replayed(Path folder) {
      recording = new RecordingModel(new TalkingModel("talking"), folder);
      replaying = new ReplayingModel(folder);
    }

    @Override
    public String name() {
      return replaying.name();
    }

    @Override
    public int context() {
      return replaying.context();
    }

    @Override
    public TokenCounter tokens() {
      return text -> {
        recording.tokens().count(text);
        return reopened().tokens().count(text);
      };
    }

    @Override
    public int count(List<Message> messages) {
      recording.count(messages);
      return reopened().count(messages);
    }

    private ReplayingModel reopened() {
      return new ReplayingModel(folder());
    }

    private Path folder() {
      return recording.folder();
    }

    @Override
    public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
      boolean interrupted = Thread.interrupted();
      recording.complete(request, piece -> {});
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return replaying.complete(request, pieces);
    }

    @Override
    public void close() {
      replaying.close();
    }
  }
}
