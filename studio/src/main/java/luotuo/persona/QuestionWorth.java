package luotuo.persona;

import java.util.regex.Pattern;

/// How well a line of a scene serves as a question to begin with.
final class QuestionWorth {
  /// What a line is worth that may point at something said before.
  static final int POOR = 1;

  private static final Pattern ASKS = Pattern.compile("[？?]$|吗$|(什么|怎么|谁|哪).*呢$");
  private static final Pattern BEGINS_ASKING =
      Pattern.compile(
          "^(什么|为什么|为何|怎么|怎样|如何|谁|哪|几|多少|是不是|有没有|能不能|可不可以|你是|你会|你有"
              + "|(?i:what|who|why|how|when|where|which|do|does|did|are|is|can|could|will|would)\\b)");
  private static final Pattern ASKING_WORD =
      Pattern.compile("什么|怎么|怎样|如何|谁|哪|为何|多少|(?i:\\b(what|who|why|how|when|where|which)\\b)");

  /// Several sentences, a reporter's words, quotations, shouting: not one plain question.
  private static final Pattern NOT_PLAIN =
      Pattern.compile(
          "[…—（(\\[【*<“”\"「」『』]|\\.\\.|[。.！!；;？?].|[。.！!；;]$|^[\\p{Punct}，、：\\p{javaLowerCase}]"
              + "|\\b(said|asked|Mr|Mrs)\\b");

  private static final Pattern HARMLESS = Pattern.compile("其他|其它|吉他|他人|那么多?|这么|这样的?人");
  private static final Pattern POINTS =
      Pattern.compile(
          "[他她它这那此该]|刚才|方才"
              + "|(?i:\\b(he|she|it|they|him|his|her|them|their|this|that|these|those|there|then|so"
              + "|else|too|either|agreed)\\b)");
  private static final Pattern BEGINS_BETWEEN =
      Pattern.compile(
          "^([他她它这那此该]|就是|而|可是?|但是?|不过|还有|真的|[嗯啊哦喂哎咦噢]|所以|于是|然后|然则|不|要是|倘若|总而言之|难道"
              + "|(?i:but|and|so|then|well|oh|no|yes|really|not|or|he|she|it|they|this|that)\\b)");
  private static final Pattern OF_THE_MOMENT =
      Pattern.compile(
          "说什么|说啥|说谁|干什么|干啥|干嘛|怎么了|凭什么|什么意思|怎样[？?]|咱们|快说|are you doing|are you talking");
  private static final Pattern TO_YOU = Pattern.compile("^[^，,]*([你您]|\\b[Yy]our?\\b)");

  private QuestionWorth() {}

  /// @param opens whether the question opens its scene, and so needs nothing said before it
  /// @return 0 for a line that does not serve, [#POOR] for one that may, more for a better one
  static int of(String question, String reply, boolean opens, Language language) {
    String text = question.strip();
    int unit = language == Language.ZH ? 1 : 3;
    boolean serves =
        text.length() >= 4 * unit
            && text.length() <= 40 * unit
            && (ASKS.matcher(text).find() || BEGINS_ASKING.matcher(text).find())
            && !NOT_PLAIN.matcher(text).find()
            && !BEGINS_BETWEEN.matcher(text).find();
    if (!serves || reply.strip().length() < 6 * unit) {
      return 0;
    }
    return stands(text) ? POOR + good(text, reply, opens, unit) : POOR;
  }

  private static boolean stands(String text) {
    return !POINTS.matcher(HARMLESS.matcher(text).replaceAll("")).find()
        && !OF_THE_MOMENT.matcher(text).find();
  }

  private static int good(String text, String reply, boolean opens, int unit) {
    int good = 1;
    good += opens ? 2 : 0;
    good += ASKS.matcher(text).find() ? 2 : 0;
    good += ASKING_WORD.matcher(text).find() ? 2 : 0;
    good += TO_YOU.matcher(text).find() ? 2 : 0;
    good += text.length() >= 6 * unit && text.length() <= 25 * unit ? 1 : 0;
    good += reply.length() >= 12 * unit && reply.length() <= 100 * unit ? 1 : 0;
    return good;
  }
}
