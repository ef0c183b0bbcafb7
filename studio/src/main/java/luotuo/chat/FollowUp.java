package luotuo.chat;

import java.util.List;
import java.util.regex.Pattern;

/// Completes a question that leans on what was said before it, such as `那是哪一年？`.
final class FollowUp {
  private static final Pattern LEANS =
      Pattern.compile(
          "^(那|那么|然后|后来|接着|所以|它|他|她|这|这个|那个|还有|为什么呢|为啥呢|具体|比如|怎么说|真的|是吗|呢|and |then |so |but |it"
              + " |he |she |they |that |this |why\\?|how so|what about|really).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern BARE =
      Pattern.compile(
          "^(为什么|为啥|怎么会|哪一?年|什么时候|哪里|在哪|谁|多少|几个|几次|多久|结果呢|然后呢|后来呢"
              + "|why|when|where|who|how many|how much|how long|which one)[啊呀呢吗的了\\s]*[？?。!！]*$",
          Pattern.CASE_INSENSITIVE);

  private FollowUp() {}

  /// Whether a question can hardly be understood alone.
  static boolean leans(String question) {
    String text = question.strip();
    return text.length() <= 40 && (LEANS.matcher(text).matches() || BARE.matcher(text).matches());
  }

  /// The question with the last question before it, where it leans on that; else as it is.
  static String complete(String question, List<ConversationTurn> history) {
    if (history.isEmpty() || !leans(question)) {
      return question;
    }
    String before = history.getLast().reply().question();
    int last = history.size() - 1;
    while (last > 0 && leans(before)) {
      before = history.get(--last).reply().question();
    }
    return before.strip() + " " + question.strip();
  }
}
