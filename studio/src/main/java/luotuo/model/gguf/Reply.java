package luotuo.model.gguf;

import java.util.ArrayList;
import java.util.List;
import luotuo.model.Completion;
import luotuo.model.Completion.Finish;
import luotuo.model.ScoredToken;
import luotuo.model.Usage;
import luotuo.model.gguf.token.Tokenizer;

/// A reply as its tokens come.
final class Reply {
  private final Tokenizer tokenizer;
  private final Speech speech;
  private final Characters characters = new Characters();
  private final List<ScoredToken> tokens = new ArrayList<>();
  private int count;

  Reply(Tokenizer tokenizer, Speech speech) {
    this.tokenizer = tokenizer;
    this.speech = speech;
  }

  /// Takes a token that was drawn, and tells what it makes whole.
  void add(int token, double likelihood) {
    count++;
    byte[] bytes = tokenizer.bytes(token);
    speech.add(characters.add(bytes));
    if (speech.thinking()) {
      tokens.clear();
    } else {
      tokens.add(Scored.token(bytes, likelihood));
    }
  }

  /// Tokens that were drawn.
  int count() {
    return count;
  }

  boolean stopped() {
    return speech.stopped();
  }

  Completion end(Finish finish, int prompt, int cached) {
    speech.end();
    Usage usage = new Usage(prompt, cached, count, true);
    return new Completion(speech.text(), speech.thoughts(), finish, usage, tokens);
  }
}
