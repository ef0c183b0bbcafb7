package luotuo.model.gguf.template;

import java.util.List;
import luotuo.job.Failure;

/// Tokens, read one after another, and how deep the reading is in brackets and blocks.
final class Tokens {
  /// No chat template nests deeper; the stack would hold far more.
  private static final int DEEPEST = 60;

  private final Faults faults;
  private final List<Token> tokens;
  private int at;
  private int depth;

  Tokens(Faults faults, List<Token> tokens) {
    this.faults = faults;
    this.tokens = tokens;
  }

  Faults faults() {
    return faults;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean isOperator(String text) {
    return peek().is(Token.Type.OPERATOR, text);
  }

  boolean isName(String text) {
    return peek().is(Token.Type.NAME, text);
  }

  boolean isTag(String text) {
    return peek().is(Token.Type.TAG, text);
  }

  /// Takes this operator, if it is next.
  boolean takeOperator(String text) {
    boolean taken = isOperator(text);
    at += taken ? 1 : 0;
    return taken;
  }

  /// Takes this name, if it is next.
  boolean takeName(String text) {
    boolean taken = isName(text);
    at += taken ? 1 : 0;
    return taken;
  }

  void expectOperator(String text) {
    if (!takeOperator(text)) {
      throw unexpected();
    }
  }

  void expectTag(String text) {
    if (!isTag(text)) {
      throw unexpected();
    }
    at++;
  }

  String expectName() {
    if (peek().type() != Token.Type.NAME) {
      throw unexpected();
    }
    return next().text();
  }

  Failure unexpected() {
    return peek().type() == Token.Type.END
        ? faults.unfinished(peek().line())
        : faults.unknown(peek().line(), peek().text());
  }

  void enter() {
    if (++depth > DEEPEST) {
      throw faults.endless(peek().line());
    }
  }

  void leave() {
    depth--;
  }
}
