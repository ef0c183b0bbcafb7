package luotuo.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import luotuo.app.Opens;
import luotuo.app.Speaking;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.LikelihoodModel;
import luotuo.model.Message;
import luotuo.model.Piece;
import luotuo.model.ScoredToken;
import luotuo.model.TokenCounter;
import luotuo.model.Usage;

/// A model for tests: says the last message again, a character a token, and finds each character as
/// likely as one in eight.
final class EchoModel implements ChatModel, LikelihoodModel {
  static final Opens OPENS =
      new Opens() {
        @Override
        public ChatModel chat(Speaking how) {
          return new EchoModel(how.model().orElseThrow());
        }

        @Override
        public LikelihoodModel likelihood(Speaking how) {
          return new EchoModel(how.model().orElseThrow());
        }
      };
  static final List<ChatRequest> ASKED = new ArrayList<>();
  static final List<String> CONTEXTS = new ArrayList<>();

  private final String name;

  private EchoModel(String name) {
    if (name.equals("none")) {
      throw Failure.of("model.unknown", name, "echo");
    }
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int context() {
    return 4096;
  }

  @Override
  public TokenCounter tokens() {
    return String::length;
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    ASKED.add(request);
    String asked = request.messages().getLast().text();
    String text = asked.substring(0, Math.min(asked.length(), request.sampling().maximum()));
    pieces.accept(new Piece.Thought("hm"));
    text.chars().forEach(c -> pieces.accept(new Piece.Said(String.valueOf((char) c))));
    int prompt = request.messages().stream().map(Message::text).mapToInt(String::length).sum();
    Usage usage = new Usage(prompt, 0, text.length(), true);
    return new Completion(text, "hm", Completion.Finish.STOP, usage, List.of());
  }

  @Override
  public List<ScoredToken> score(Context context, String text) {
    CONTEXTS.add(context instanceof Context.Plain(String before) ? before : "?");
    return text.chars()
        .mapToObj(c -> new ScoredToken(String.valueOf((char) c), -Math.log(8)))
        .toList();
  }

  @Override
  public void close() {}
}
