package luotuo.corpus;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The heading of a chapter, such as `第四十回 …` or `Chapter 40`.
public final class Chapter {
  private static final int LONGEST = 80;
  private static final Pattern HEADING =
      Pattern.compile(
          "第([零〇一二两三四五六七八九十百千]{1,9}|\\d{1,6})[回章节卷](?:[\\s\u3000:：].*)?|chapter (\\d{1,6})\\b.*",
          Pattern.CASE_INSENSITIVE);

  private Chapter() {}

  /// The number of the chapter that a line begins; empty where it is no heading.
  public static OptionalInt number(String line) {
    String text = Signs.strip(line);
    Matcher heading = HEADING.matcher(text);
    if (text.length() > LONGEST || !heading.matches()) {
      return OptionalInt.empty();
    }
    String number = heading.group(1) == null ? heading.group(2) : heading.group(1);
    return OptionalInt.of(value(number));
  }

  /// A chapter as a user names it: its heading, or its number alone (`40`, `四十`).
  public static OptionalInt named(String name) {
    OptionalInt heading = number(name);
    return heading.isPresent() || name.isBlank() ? heading : number("第" + Signs.strip(name) + "回");
  }

  private static int value(String number) {
    String digits = Signs.hasHan(number) ? HanNumbers.digits(number) : number;
    return Integer.parseInt(digits);
  }
}
