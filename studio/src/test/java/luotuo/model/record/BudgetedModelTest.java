package luotuo.model.record;

import java.nio.file.Path;
import luotuo.model.ChatModel;
import luotuo.model.ChatModelContract;

/// A model in this wrapper is a model like any other.
class BudgetedModelTest extends ChatModelContract {
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
    return new BudgetedModel(
        new TalkingModel("talking"),
        new Budget(Budget.Limits.NONE.withTokens(1_000_000).withCalls(1_000)),
        Prices.read(Path.of("none.yaml")));
  }
}
