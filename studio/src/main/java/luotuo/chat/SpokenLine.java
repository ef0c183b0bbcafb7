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
  private final StringBuilder written = new StringBuilder();
  private int out;

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
    written.append(text);
    tell(line(false));
  }

  /// The whole line.
  String end() {
    String line = line(true);
    tell(line);
    return line;
  }

  private void tell(String line) {
    if (line.length() > out) {
      told.accept(line.substring(out));
      out = line.length();
    }
  }

  /// What is sure to be said of what was written so far; more writing only adds to it.
  private String line(boolean ended) {
    String text = written.toString().stripLeading();
    if (!ended && mayBecome(text, own)) {
      return "";
    }
    return unquoted(beforeOthers(afterName(text), ended)).stripTrailing();
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

  /// Without a bracket at the beginning and the one that closes it.
  private static String unquoted(String words) {
    int kind = words.isEmpty() ? -1 : OPENING.indexOf(words.charAt(0));
    if (kind < 0) {
      return words;
    }
    int depth = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      depth += c == OPENING.charAt(kind) ? 1 : c == CLOSING.charAt(kind) ? -1 : 0;
      if (depth == 0) {
        return words.substring(1, i) + words.substring(i + 1);
      }
    }
    return words.substring(1);
  }

  private String beforeOthers(String words, boolean ended) {
    int from = 0;
    for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', from)) {
      String rest = words.substring(end + 1).stripLeading();
      if (startsWithSpeaker(rest) || !ended && mayBecome(rest, speakers)) {
        return words.substring(0, end);
      }
      from = end + 1;
    }
    return words;
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
