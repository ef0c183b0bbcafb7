package luotuo.model.gguf.token;

import java.util.OptionalInt;

/// Text to tokens and back. Any text comes back as it was; safe for several threads.
public interface Tokenizer {
  /// Tokens in the vocabulary.
  int size();

  /// @param marks whether the texts of control tokens, such as `<|im_start|>`, become these tokens;
  ///   never so for text from outside
  int[] encode(String text, boolean marks);

  /// The bytes that a token stands for; none for a control token. They may be part of a character.
  byte[] bytes(int token);

  /// The token that a prompt begins with, where the model wants one.
  OptionalInt begin();

  /// Whether a reply ends with this token.
  boolean isEnd(int token);

  /// The text of a token in the vocabulary, as templates use it for `bos_token` and the like.
  String text(int token);
}
