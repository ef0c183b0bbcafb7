package luotuo.chat;

import java.util.regex.Pattern;

/// Tells whether a message asks what is remembered of the one who speaks, such as `我叫什么？` or `Do
/// you remember where I work?`.
enum AboutAsker {
  /// It asks whether something is remembered: it is about nothing else.
  SURELY,
  /// It asks something of the speaker's life that was perhaps told.
  MAYBE,
  NO;

  private static final Pattern REMEMBER =
      Pattern.compile(
          "(还?记不记得|还?记得|记着|忘了|忘没忘|有没有忘).{0,12}[我俺咱]|[我俺咱].{0,12}(说过|讲过|提过|告诉过|跟你说)"
              + "|你.{0,4}(晓得|知不知道|知道|猜|算算|数数).{0,10}[我俺]|[我俺](叫|姓)(什么|啥|甚)|[我俺]是谁|猜猜?[我俺]|\\b(remember|recall|forgot|forgotten)\\b.*\\b(i|me|my|we|our)\\b|\\bwho"
              + " am i\\b|\\bmy name\\b|\\bdo you know\\b.*\\b(i|my|me)\\b|\\bdid i (ever"
              + " )?(tell|say|mention)\\b|\\b(have )?i('ve)? told you\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPEAKER =
      Pattern.compile("[我俺咱]|\\b(i|i'm|i've|my|me|mine|we|our|us)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESSEE =
      Pattern.compile("[你您]|\\byou(r|rs|'re|'ve)?\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADVICE =
      Pattern.compile(
          "[我俺咱](该|应该|能不能|可以|想|要|得|怎么才|如何|们该)|[我俺咱]怎么(办|学|做|写|才)|给我|帮我|教我|告诉我|跟我|和我|对我|\\b(should|can|could|may|shall|would|must)"
              + " (i|we)\\b|\\b(tell|give|help|teach|show) (me|us)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ASKS =
      Pattern.compile(
          "[？?]|什么|啥|谁|哪|几|多少|多大|多久|怎么|吗|么事|甚"
              + "|\\b(what|which|who|whose|where|when|how|do|does|did|am|is|are)\\b",
          Pattern.CASE_INSENSITIVE);

  /// Whether a message asks anything at all.
  static boolean asks(String message) {
    return ASKS.matcher(message).find();
  }

  static AboutAsker of(String message) {
    if (!asks(message)) {
      return NO;
    }
    if (REMEMBER.matcher(message).find()) {
      return SURELY;
    }
    boolean speaker = SPEAKER.matcher(message).find();
    boolean advice = ADVICE.matcher(message).find() || ADDRESSEE.matcher(message).find();
    return speaker && !advice ? MAYBE : NO;
  }
}
