package luotuo.model.gguf;

import java.nio.charset.StandardCharsets;
import luotuo.model.ScoredToken;

/// Tokens as they are shown.
final class Scored {
  private Scored() {}

  /// A token's text by itself; parts of characters are shown as `\uFFFD`.
  static ScoredToken token(byte[] bytes, double likelihood) {
    return new ScoredToken(new String(bytes, StandardCharsets.UTF_8), likelihood);
  }
}
