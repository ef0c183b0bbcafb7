package luotuo.model;

import java.util.List;

/// Tells how likely a text is after a context, token by token.
public interface LikelihoodModel extends AutoCloseable {
  /// Names the weights and where they run.
  String name();

  /// @return the tokens of the text, in order; together their texts are the text
  /// @throws luotuo.job.Failure `model.context` if context and text do not fit the model
  List<ScoredToken> score(Context context, String text);

  /// What comes before a text.
  sealed interface Context {
    /// Text, from the beginning of a document; may be empty.
    record Plain(String text) implements Context {}

    /// Messages; the text is the reply to them.
    record Chat(List<Message> messages) implements Context {
      public Chat {
        messages = List.copyOf(messages);
      }
    }
  }

  @Override
  void close();
}
