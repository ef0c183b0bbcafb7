package luotuo.model.scripted;

import java.util.function.Consumer;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.TokenCounter;

/// A model without weights: it says what its [Script] says, and where no rule holds, it echoes the
/// last message in one sentence. One code point is one token, so that its counts can be checked by
/// hand. The same request gets the same reply.
public final class ScriptedModel implements ChatModel {
  static final int CONTEXT = 4096;

  private final String name;
  private final Script script;
  private volatile boolean closed;

  public ScriptedModel(String name, Script script) {
    this.name = name;
    this.script = script;
  }

  /// Echoes every message.
  public static ScriptedModel echo() {
    return new ScriptedModel("scripted", Script.EMPTY);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int context() {
    return CONTEXT;
  }

  @Override
  public TokenCounter tokens() {
    return text -> text.codePointCount(0, text.length());
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    if (closed) {
      throw new IllegalStateException("the model " + name + " is closed");
    }
    int prompt = count(request.messages());
    if (prompt >= CONTEXT) {
      throw Failure.of("model.context", name, prompt, CONTEXT);
    }
    String asked = request.messages().getLast().text();
    Rule rule =
        script.rules().stream()
            .filter(r -> r.holdsFor(asked))
            .findFirst()
            .orElseGet(() -> Rule.say(Echo.of(asked)));
    Completion completion = new Telling(rule, pieces).tell(request.sampling(), prompt);
    if (rule.fail() != null) {
      throw new Failure(new Problem(rule.fail(), rule.arguments()));
    }
    return completion;
  }

  @Override
  public void close() {
    closed = true;
  }
}
