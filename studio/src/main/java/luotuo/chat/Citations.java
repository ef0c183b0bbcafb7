package luotuo.chat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Marks such as `[2]` or `[1, 3]` by which a model names the scenes that its words rest on. They
/// are no part of the words.
final class Citations {
  private static final Pattern MARK =
      Pattern.compile("[ \\t]*[\\[【［]\\s*(\\d{1,3}(?:\\s*[,，、]\\s*\\d{1,3})*)\\s*[\\]】］]");
  private static final Pattern FIGURES = Pattern.compile("\\d+");
  private static final Pattern OPEN = Pattern.compile("[ \\t]*(?:[\\[【［][\\s\\d,，、]{0,24})?");

  private Citations() {}

  static String without(String text) {
    return MARK.matcher(text).replaceAll("");
  }

  /// The numbers in the marks of a text.
  static Set<Integer> in(String text) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      FIGURES
          .matcher(mark.group(1))
          .results()
          .forEach(n -> numbers.add(Integer.valueOf(n.group())));
    }
    return numbers;
  }

  /// Index after the marks that stand at a place.
  static int after(String text, int at) {
    Matcher mark = MARK.matcher(text);
    int end = at;
    while (mark.find(end) && mark.start() == end) {
      end = mark.end();
    }
    return end;
  }

  /// Whether what stands from a place to the end of a text may yet become a mark.
  static boolean mayBegin(String text, int at) {
    return OPEN.matcher(text).region(at, text.length()).matches();
  }
}
