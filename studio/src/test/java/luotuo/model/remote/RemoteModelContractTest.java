package luotuo.model.remote;

import static luotuo.model.remote.FakeEndpoint.form;
import static luotuo.model.remote.FakeEndpoint.head;
import static luotuo.model.remote.FakeEndpoint.said;
import static luotuo.model.remote.FakeEndpoint.saying;

import java.util.List;
import java.util.Optional;
import luotuo.model.ChatModel;
import luotuo.model.ChatModelContract;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Sampling;
import org.junit.jupiter.api.AfterEach;

class RemoteModelContractTest extends ChatModelContract {
  private final FakeEndpoint server =
      FakeEndpoint.answering(
          (call, line) -> {
            if (call.body().contains("slowly")) {
              line.send(head("text/event-stream")).send(form(said("嗯"))).stall();
            } else {
              saying("我的骆驼会画画，one 🐫 after another, 不骗你。").to(call, line);
            }
          });
  private final ChatModel model = another();

  @AfterEach
  void close() {
    model.close();
    server.close();
  }

  @Override
  protected ChatModel model() {
    return model;
  }

  @Override
  protected ChatModel another() {
    return RemoteModel.open(server.endpoint());
  }

  @Override
  protected Optional<ChatRequest> slow() {
    return Optional.of(new ChatRequest(List.of(Message.user("slowly")), Sampling.GREEDY));
  }
}
