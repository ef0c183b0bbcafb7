package luotuo.memory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a question asks for, without the words that only ask whether it is remembered:
/// `你还记得我在哪里上班吗？` asks `我在哪里上班`. What was told is nearer to that, and no `还` is taken for a
/// question about today.
final class Asked {
  private static final Pattern BEFORE =
      Pattern.compile(
          "^(那么?|哎|欸|诶|对了|话说)?[，,\\s]*[你您](还|都|现在还|应该)?"
              + "(记不记得|记得不记得|记得|记着|晓不晓得|晓得|知不知道|知道|忘没忘记?|有没有忘记?)[，,：:\\s]*"
              + "|^(so|hey|and)?[,\\s]*((do|can|could) you (still |even |happen to )?"
              + "|you (still |do )?)(remember|recall|know)( if| whether)?[,:]?\\s+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BEHIND =
      Pattern.compile(
          "[，,。？?\\s]*[你您]?(还|都|应该)?(记不记得|记得|晓不晓得|晓得|知不知道|知道)([我俺咱](跟[你您])?[说讲提]过)?(了?[不没吗么嘛吧啵呢]|没有|的吧)?[？?。！!]*$|[,.?\\s]+(do|can)"
              + " you (still )?(remember|recall|know)( that)?[?.!]*$"
              + "|[,\\s]+(remember|recall)[?.!]*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WHETHER = Pattern.compile("[吗么嘛不没][？?。！!]*$");

  /// So many letters at the least must be left for a question.
  private static final int LEAST = 3;

  private Asked() {}

  static String of(String words) {
    String bare = words.strip();
    Matcher before = BEFORE.matcher(bare);
    if (before.find()) {
      bare = WHETHER.matcher(bare.substring(before.end())).replaceFirst("");
    }
    Matcher behind = BEHIND.matcher(bare);
    if (behind.find()) {
      bare = bare.substring(0, behind.start());
    }
    return bare.codePoints().filter(Character::isLetterOrDigit).count() < LEAST ? words : bare;
  }
}
