package luotuo.model;

import java.util.List;
import java.util.function.Consumer;

/// Goes on with a conversation.
///
/// Calls block. Interrupting the calling thread ends a call within one token, with
/// [luotuo.job.Cancelled]; so does whatever the consumer of pieces throws, which passes through.
/// Several threads may call at once.
public interface ChatModel extends AutoCloseable {
  /// Names the weights and where they run; stands in records, prices and the ledger.
  String name();

  /// How many tokens prompt and reply may have together.
  int context();

  /// Counts as the model does, or estimates where it cannot be known.
  TokenCounter tokens();

  /// How many tokens this prompt is, with the marks that the model puts round messages.
  default int count(List<Message> messages) {
    int marks = 4 * messages.size() + 3;
    return marks + messages.stream().mapToInt(m -> tokens().count(m.text())).sum();
  }

  /// @param pieces told each piece as it comes, on the calling thread; together they are the text
  /// @throws luotuo.job.Failure `model.…` if there is no whole reply; what came until then was told
  Completion complete(ChatRequest request, Consumer<Piece> pieces);

  @Override
  void close();
}
