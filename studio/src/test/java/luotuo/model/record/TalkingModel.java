package luotuo.model.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import luotuo.job.Cancelled;
import luotuo.job.Failure;
import luotuo.model.ChatModel;
import luotuo.model.ChatRequest;
import luotuo.model.Completion;
import luotuo.model.Piece;
import luotuo.model.ScoredToken;
import luotuo.model.TokenCounter;
import luotuo.model.Usage;

/// Talks in tokens of two characters. With a temperature, every call gets another reply; asked to
/// fail, it does after two pieces.
final class TalkingModel implements ChatModel {
  static final String FAIL = "fail";
  static final String FAIL_AT_ONCE = "fail at once";

  final AtomicInteger calls = new AtomicInteger();
  final AtomicInteger counted = new AtomicInteger();
  private final String name;
  private volatile boolean closed;

  TalkingModel(String name) {
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
    return text -> {
      counted.incrementAndGet();
      return (text.codePointCount(0, text.length()) + 1) / 2;
    };
  }

  @Override
  public Completion complete(ChatRequest request, Consumer<Piece> pieces) {
    if (closed) {
      throw new IllegalStateException(name + " is closed");
    }
    Cancelled.check();
    String asked = request.messages().getLast().text();
    if (asked.equals(FAIL_AT_ONCE)) {
      throw Failure.of("model.failed", name, "as told");
    }
    tell(new Piece.Thought("想🐫"), pieces);
    String whole = reply(request);
    String text = stopped(whole, request);
    List<String> tokens = tokens(text);
    boolean cut = tokens.size() > request.sampling().maximum();
    List<String> said = cut ? tokens.subList(0, request.sampling().maximum()) : tokens;
    for (String token : said) {
      tell(new Piece.Said(token), pieces);
      if (asked.equals(FAIL)) {
        throw Failure.of("model.failed", name, "as told");
      }
    }
    Usage usage = new Usage(count(request.messages()), 3, said.size(), true);
    var finish = cut ? Completion.Finish.LENGTH : Completion.Finish.STOP;
    return new Completion(String.join("", said), "想🐫", finish, usage, scored(said));
  }

  private static void tell(Piece piece, Consumer<Piece> pieces) {
    pieces.accept(piece);
    Cancelled.check();
  }

  private String reply(ChatRequest request) {
    int call = calls.incrementAndGet();
    String which = request.sampling().temperature() == 0 ? "" : call + " ";
    return which + "“骆驼”走过沙漠，\n一只 🐫, then another 🐫🐫\\ and \"so\" on.";
  }

  private static String stopped(String whole, ChatRequest request) {
    return request.sampling().stops().stream()
        .filter(whole::contains)
        .map(stop -> whole.substring(0, whole.indexOf(stop)))
        .findFirst()
        .orElse(whole);
  }

  private static List<String> tokens(String text) {
    int[] characters = text.codePoints().toArray();
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < characters.length; i += 2) {
      tokens.add(new String(characters, i, Math.min(2, characters.length - i)));
    }
    return tokens;
  }

  private static List<ScoredToken> scored(List<String> said) {
    return said.stream().map(s -> new ScoredToken(s, -1.0 / (3 + s.codePointAt(0)))).toList();
  }

  @Override
  public void close() {
    closed = true;
  }
}
