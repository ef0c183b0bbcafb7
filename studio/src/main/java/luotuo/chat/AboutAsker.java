package luotuo.chat;

import java.util.regex.Pattern;

/// Tells whether a message asks what is remembered of the one who speaks, such as `我叫什么？` or `Do
/// you remember where I work?`.
enum AboutAsker {
  /// It asks whether something is remembered: it is about nothing else.
  SURELY,
  /// It asks a plain fact of the speaker's life, such as `我儿子多大了`: only who was told it knows.
  LIFE,
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
  private static final String MINE =
      "^(那|那么|话说|对了|请问|诶|哎|所以|还有|[，,、 ])*[我俺咱](们|家)?(的|现在|如今|目前|今年|平时|以前|小时候|上次)*";
  private static final String OF_LIFE =
      "(爸|妈|爹|娘|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥|姐|弟|妹|儿子|女儿|闺女|孩子|娃|老公|老婆|丈夫|妻子|媳妇|爱人|对象"
          + "|男朋友|女朋友|男友|女友|猫|狗|宠物|生日|工作|职业|单位|公司|专业|学校|老家|家乡|房子|车|爱好|老板|同事|同学|室友|邻居|师傅"
          + "|住|属|养|喜欢|爱吃|最怕|怕)";
  private static final String MY =
      "my (mum|mom|mother|dad|father|son|daughter|kids?|child|children|brother|sister|wife|husband"
          + "|boyfriend|girlfriend|partner|cat|dog|pet|birthday|job|company|school|boss|hometown|car"
          + "|house|flat|hobby|hobbies)\\b";
  private static final Pattern PLAIN =
      Pattern.compile(
          MINE
              + OF_LIFE
              + ".{0,8}(多大|几|多少|哪|谁|什么|啥).{0,6}$|"
              + MINE
              + "(多大|几岁|在哪.{0,6}|(做|干)的?是?(什么|啥|哪行|么事)(工作|活|营生|行当|的|呢|来着)*)[?？]?$|^(so|and|then|now|well|[,"
              + " ])*((what|who|where|when|which|how old|how many)\\b.{0,24}\\b"
              + MY
              + "|where do i (live|work|study|come from)|how old am i|where am i from"
              + "|what do i do( for a living)?\\W*$)",
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
              + "|\\b(what|which|who|whose|where|when|how)\\b|(^|[.,;!]\\s*)(do|does|did|am|is|are)\\b",
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
    if (!speaker || advice) {
      return NO;
    }
    return PLAIN.matcher(message.strip()).find() ? LIFE : MAYBE;
  }
}
