package luotuo.model.scripted;

import java.util.regex.Pattern;

/// One sentence that says what was said.
final class Echo {
  private static final Pattern BLANKS = Pattern.compile("[\\s　]+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private Echo() {}

  static String of(String message) {
    String line = BLANKS.matcher(message).replaceAll(" ").strip();
    return HAN.matcher(line).find() ? "你说的是：“" + line + "”。" : "You said: “" + line + "”.";
  }
}
