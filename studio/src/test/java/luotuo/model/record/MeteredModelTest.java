package luotuo.model.record;

import luotuo.model.ChatModel;
import luotuo.model.ChatModelContract;

/// A model in this wrapper is a model like any other.
class MeteredModelTest extends ChatModelContract {
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
    return new MeteredModel(new TalkingModel("talking"), new Meter(), Price.FREE);
  }
}
