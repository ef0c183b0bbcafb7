package luotuo.chat;

import java.util.List;
import luotuo.corpus.Source;
import luotuo.model.Usage;

/// Replies that tell their number in every part, so that a torn one shows.
final class ConversationReplies {
  private ConversationReplies() {}

  static Reply numbered(int number) {
    String long_ = ("第" + number + "句。").repeat(1 + number * 37 % 400);
    return new Reply(
        "问" + number,
        long_,
        number % 2 == 0,
        List.of(
            new Evidence(
                "s" + number,
                new Source("a.txt", number),
                long_,
                0.5,
                List.of(),
                Evidence.Found.SAID)),
        "own-lines",
        "why " + number,
        number,
        new Usage(number, 1, 2, number % 3 == 0),
        "");
  }
}
