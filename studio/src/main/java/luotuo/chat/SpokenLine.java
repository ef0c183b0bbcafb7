package luotuo.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes one person's line of what a model writes, while it writes.
///
/// The persona's name before the words and brackets round them go, and the line ends where another
/// speaker's name begins one. What may still turn out to be such a mark is held back.
final class SpokenLine {
  private static final String OPENING = "「“『";
  private static final String CLOSING = "」”』";
  private static final String COLONS = ":：";

  private final List<String> own;
  private final List<String> speakers;
  private final Consumer<String> told;
  private final StringBuilder waiting = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int out;
  private boolean begun;
  private boolean over;
  private int bracket;
  private int depth;

  /// @param own the names of the persona
  /// @param others the names of whoever else may speak
  /// @param told each piece of the line; together they are what [#end] returns
  SpokenLine(List<String> own, List<String> others, Consumer<String> told) {
    this.own = List.copyOf(own);
    List<String> speakers = new ArrayList<>(own);
    speakers.addAll(others);
    this.speakers = speakers.stream().filter(name -> !name.isBlank()).distinct().toList();
    this.told = told;
  }

  /// The texts that end a line of this persona's.
  static List<String> stops(List<String> speakers) {
    return speakers.stream()
        .filter(name -> !name.isBlank())
        .distinct()
        .flatMap(name -> COLONS.chars().mapToObj(c -> "\n" + name + (char) c))
        .toList();
  }

  void write(String text) {
    waiting.append(text);
    read(false);
  }

  /// The whole line.
  String end() {
    read(true);
    return line.substring(0, out);
  }

  private void read(boolean ended) {
    if (!begun) {
      begin(ended);
    }
    if (begun && !over) {
      int sure = beforeOthers(waiting.toString(), ended);
      take(waiting.substring(0, sure));
      waiting.delete(0, sure);
      tell();
    }
  }

  /// Nothing is said before it is known whether a name and a bracket stand before the words.
  private void begin(boolean ended) {
    String text = waiting.toString().stripLeading();
    if (!ended && mayBecome(text, own)) {
      return;
    }
    String words = afterName(text);
    if (!words.isEmpty()) {
      begun = true;
      bracket = OPENING.indexOf(words.charAt(0));
      depth = bracket < 0 ? 0 : 1;
      waiting.setLength(0);
      waiting.append(words, depth, words.length());
    }
  }

  /// All but the bracket that closes the one at the beginning.
  private void take(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean inside = depth > 0;
      if (inside) {
        depth += c == OPENING.charAt(bracket) ? 1 : c == CLOSING.charAt(bracket) ? -1 : 0;
      }
      if (!inside || depth > 0) {
        line.append(c);
      }
    }
  }

  /// White space waits for the words after it.
  private void tell() {
    int end = line.length();
    while (end > out && Character.isWhitespace(line.charAt(end - 1))) {
      end--;
    }
    if (end > out) {
      told.accept(line.substring(out, end));
      out = end;
    }
  }

  private String afterName(String text) {
    for (String name : own) {
      if (text.startsWith(name)
          && text.length() > name.length()
          && COLONS.indexOf(text.charAt(name.length())) >= 0) {
        return text.substring(name.length() + 1).stripLeading();
      }
    }
    return text;
  }

  /// Up to where the words are sure to be the persona's.
  private int beforeOthers(String words, boolean ended) {
    for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', end + 1)) {
      String rest = words.substring(end + 1).stripLeading();
      over = startsWithSpeaker(rest);
      if (over || !ended && mayBecome(rest, speakers)) {
        return end;
      }
    }
    return words.length();
  }

  private boolean startsWithSpeaker(String text) {
    return speakers.stream()
        .anyMatch(
            name ->
                text.startsWith(name)
                    && text.length() > name.length()
                    && COLONS.indexOf(text.charAt(name.length())) >= 0);
  }

  /// Whether more text could make a name and a colon of it.
  private static boolean mayBecome(String text, List<String> names) {
    return text.isEmpty() || names.stream().anyMatch(name -> name.startsWith(text));
  }
}
