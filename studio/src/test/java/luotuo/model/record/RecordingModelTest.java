package luotuo.model.record;

import java.nio.file.Path;
import luotuo.model.ChatModel;
import luotuo.model.ChatModelContract;
import org.junit.jupiter.api.io.TempDir;

/// A model in this wrapper is a model like any other.
class RecordingModelTest extends ChatModelContract {
  @TempDir Path folder;
  private @org.jspecify.annotations.Nullable ChatModel shared;

  @Override
  protected ChatModel model() {
    if (shared == null) {
      shared = another();
    }
    return shared;
  }

  @Override
  protected ChatModel another() {
    return new RecordingModel(new TalkingModel("talking"), folder);
  }
}
