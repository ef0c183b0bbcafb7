package luotuo.memory;

import java.util.regex.Pattern;

/// Words that tell of time and change.
final class Cues {
  private static final Pattern CHANGE =
      Pattern.compile(
          "不再|换|改成|改用|改[^变]|搬|戒了|戒掉|辞|如今|现在|眼下|没了|走了|退了|退休|涨|变成|不[^，。]{0,6}了|分手|离了"
              + "|改主意|嫁|娶|生了|卖了|停了|回来了|也不|领养|买了|调到|\\bno longer\\b|\\bnot any ?more\\b|\\bany"
              + " ?more\\b|\\bmoved\\b|\\bswitched\\b|\\bgiven up\\b|\\bgave"
              + " up\\b|\\bquit\\b|\\bnow\\b|\\bused"
              + " to\\b|\\bstopped\\b|\\bleft\\b|\\binstead\\b|\\bchanged\\b|\\bnew\\b|\\bthese"
              + " days\\b|\\bsold\\b|\\bdied\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOW =
      Pattern.compile(
          "现在|如今|眼下|目前|这阵子|这会儿|最近|还|今|当下|改|\\bnow\\b|\\bnowadays\\b|\\bthese"
              + " days\\b|\\bcurrent(ly)?\\b|\\bpresent\\b|\\bstill\\b|\\bat the"
              + " moment\\b|\\btoday\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PAST =
      Pattern.compile(
          "以前|原先|原来|从前|当年|过去|最早|最初|起初|早年|年轻|小时候|当初|生前|\\bused"
              + " to\\b|\\bbefore\\b|\\bformer(ly)?\\b|\\boriginally\\b|\\bfirst\\b|\\bonce\\b|\\bback"
              + " then\\b|\\bearlier\\b",
          Pattern.CASE_INSENSITIVE);

  private Cues() {}

  /// Whether a statement speaks of a change.
  static boolean tellsChange(String text) {
    return CHANGE.matcher(text).find();
  }

  /// Whether a question asks how things are now.
  static boolean asksNow(String text) {
    return NOW.matcher(text).find();
  }

  /// Whether a question asks how things were.
  static boolean asksPast(String text) {
    return PAST.matcher(text).find();
  }
}
