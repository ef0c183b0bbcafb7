package luotuo.model.scripted;

import java.util.List;
import java.util.Optional;
import luotuo.model.ChatModel;
import luotuo.model.ChatModelContract;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Sampling;

class ScriptedModelContractTest extends ChatModelContract {
  private final ChatModel model = another();

  @Override
  protected ChatModel model() {
    return model;
  }

  @Override
  protected ChatModel another() {
    return new ScriptedModel(
        "scripted", Script.of(Rule.say("嗯".repeat(100)).whenContains("slowly").delayed(1000)));
  }

  @Override
  protected Optional<ChatRequest> slow() {
    return Optional.of(new ChatRequest(List.of(Message.user("slowly")), Sampling.GREEDY));
  }
}
