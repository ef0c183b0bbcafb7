package luotuo.corpus;

/// Takes the marks of wiki pages off a line: `'''bold'''`, `''italics''`, `[[links]]`, `<br>`.
final class Wiki {
  private static final int LONGEST_LINK = 500;

  private Wiki() {}

  static String plain(String s) {
    if (Verbatim.in(s) || !marked(s)) {
      return s;
    }
    StringBuilder plain = new StringBuilder(s.length());
    int i = 0;
    while (i < s.length()) {
      i = next(s, i, plain);
    }
    return plain.toString();
  }

  private static boolean marked(String s) {
    return s.contains("''") || s.contains("[[") || s.contains("<br");
  }

  private static int next(String s, int i, StringBuilder plain) {
    char c = s.charAt(i);
    if (c == '\'' && s.startsWith("''", i)) {
      return quotes(s, i, plain);
    }
    if (c == '[' && s.startsWith("[[", i)) {
      return link(s, i, plain);
    }
    if (c == '<' && s.startsWith("<br", i)) {
      return lineBreak(s, i, plain);
    }
    plain.append(c);
    return i + 1;
  }

  /// Italics round a whole direction may end in a full stop: `''(laughs).''`
  private static int quotes(String s, int from, StringBuilder plain) {
    int i = from;
    while (i < s.length() && s.charAt(i) == '\'') {
      i++;
    }
    int length = plain.length();
    if (length > 1 && plain.charAt(length - 1) == '.' && plain.charAt(length - 2) == ')') {
      plain.setLength(length - 1);
    }
    return i;
  }

  private static int link(String s, int from, StringBuilder plain) {
    int begin = from + 2;
    for (int i = begin; i < s.length() - 1 && i - from < LONGEST_LINK; i++) {
      char c = s.charAt(i);
      if (c == ']' && s.charAt(i + 1) == ']') {
        plain.append(s, begin, i);
        return i + 2;
      }
      begin = c == '|' ? i + 1 : begin;
    }
    plain.append("[[");
    return from + 2;
  }

  private static int lineBreak(String s, int from, StringBuilder plain) {
    int i = from + 3;
    while (i < s.length() && (s.charAt(i) == ' ' || s.charAt(i) == '/')) {
      i++;
    }
    boolean whole = i < s.length() && s.charAt(i) == '>';
    plain.append(whole ? " " : "<br");
    return whole ? i + 1 : from + 3;
  }
}
