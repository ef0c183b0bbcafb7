package luotuo.model.record;

import java.util.List;
import luotuo.model.ChatModel;
import luotuo.model.Message;
import luotuo.model.TokenCounter;

/// What wrappers round a chat model have in common: they are that model in all but how it is
/// called, and close it when they are closed.
abstract class Wrapper implements ChatModel {
  private final ChatModel model;

  Wrapper(ChatModel model) {
    this.model = model;
  }

  final ChatModel model() {
    return model;
  }

  @Override
  public final String name() {
    return model.name();
  }

  @Override
  public final int context() {
    return model.context();
  }

  @Override
  public TokenCounter tokens() {
    return model.tokens();
  }

  @Override
  public int count(List<Message> messages) {
    return model.count(messages);
  }

  @Override
  public void close() {
    model.close();
  }
}
