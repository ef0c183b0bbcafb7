package luotuo.model.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import luotuo.json.Json;

/// The tokens of a WordPiece model; a token's id is its place.
final class Vocabulary {
  private final List<String> tokens;
  private final Map<String, Integer> ids;
  private final int longest;

  private Vocabulary(List<String> tokens) {
    this.tokens = tokens;
    ids = HashMap.newHashMap(tokens.size());
    int most = 0;
    for (String token : tokens) {
      ids.put(token, ids.size());
      most = Math.max(most, token.length());
    }
    longest = most;
  }

  /// @param text tokens, a line each
  static Vocabulary ofList(String text) {
    return new Vocabulary(List.of(text.split("\n")));
  }

  /// @param text the `tokenizer.json` of a WordPiece tokenizer
  /// @throws IllegalArgumentException if it is something else
  static Vocabulary ofTokenizer(String text) {
    if (Json.readObject(text).get("model") instanceof Map<?, ?> model
        && model.get("vocab") instanceof Map<?, ?> vocabulary) {
      var tokens = new String[vocabulary.size()];
      vocabulary.forEach((token, id) -> tokens[((Number) id).intValue()] = (String) token);
      return new Vocabulary(List.of(tokens));
    }
    throw new IllegalArgumentException("no WordPiece vocabulary in this tokenizer.json");
  }

  /// What [#ofList(String)] reads.
  String list() {
    return String.join("\n", tokens);
  }

  String token(int id) {
    return tokens.get(id);
  }

  /// @return the token's id, or −1
  int id(String token) {
    return ids.getOrDefault(token, -1);
  }

  /// Chars of the longest token.
  int longest() {
    return longest;
  }

  /// @return the id of a token that every such model has
  /// @throws IllegalArgumentException if this one does not
  int mark(String token) {
    int id = id(token);
    if (id < 0) {
      throw new IllegalArgumentException("the vocabulary has no " + token);
    }
    return id;
  }
}
