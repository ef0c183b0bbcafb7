package luotuo.app.shape;

import java.util.List;
import java.util.Optional;
import luotuo.chat.Evidence;
import luotuo.chat.Reply;
import luotuo.model.Usage;
import luotuo.prompt.Prompt;
import org.jspecify.annotations.Nullable;

/// A reply as JSON.
public record ReplyShape(
    String question,
    String reply,
    boolean outOfScope,
    List<Quoted> evidence,
    String voice,
    String why,
    long millis,
    Tokens tokens,
    String conversation,
    @Nullable PromptShape prompt) {

  /// What a language model took; all 0 where none was asked.
  public record Tokens(int prompt, int cached, int reply, boolean counted) {
    public static Tokens of(Usage usage) {
      return new Tokens(usage.prompt(), usage.cached(), usage.reply(), usage.counted());
    }
  }

  /// @param found how it is known that the reply rests on it
  public record Quoted(
      String scene,
      String file,
      int line,
      String quote,
      double score,
      List<SourceShape> restsOn,
      String found) {
    public static Quoted of(Evidence evidence) {
      return new Quoted(
          evidence.scene(),
          evidence.source().file(),
          evidence.source().line(),
          evidence.quote(),
          RecallShape.rounded(evidence.score()),
          evidence.restsOn().stream().map(SourceShape::of).toList(),
          evidence.found().key());
    }
  }

  /// @param prompt where it is to be shown
  public static ReplyShape of(Reply reply, Optional<Prompt> prompt) {
    return new ReplyShape(
        reply.question(),
        reply.text(),
        reply.outOfScope(),
        reply.evidence().stream().map(Quoted::of).toList(),
        reply.voice(),
        reply.why(),
        reply.millis(),
        Tokens.of(reply.usage()),
        reply.conversation(),
        prompt.map(PromptShape::of).orElse(null));
  }
}
