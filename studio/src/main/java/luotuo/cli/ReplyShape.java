package luotuo.cli;

import java.util.List;
import luotuo.chat.Evidence;
import luotuo.chat.Reply;

/// A reply as JSON.
record ReplyShape(
    String question,
    String reply,
    boolean outOfScope,
    List<Quoted> evidence,
    String voice,
    String why,
    long millis,
    String conversation) {

  record Quoted(
      String scene, String file, int line, String quote, double score, List<SourceShape> restsOn) {
    static Quoted of(Evidence evidence) {
      return new Quoted(
          evidence.scene(),
          evidence.source().file(),
          evidence.source().line(),
          evidence.quote(),
          RecallShape.rounded(evidence.score()),
          evidence.restsOn().stream().map(SourceShape::of).toList());
    }
  }

  static ReplyShape of(Reply reply) {
    return new ReplyShape(
        reply.question(),
        reply.text(),
        reply.outOfScope(),
        reply.evidence().stream().map(Quoted::of).toList(),
        reply.voice(),
        reply.why(),
        reply.millis(),
        reply.conversation());
  }
}
