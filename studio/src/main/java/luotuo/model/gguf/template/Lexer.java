package luotuo.model.gguf.template;

import java.util.ArrayList;
import java.util.List;

/// Cuts a template's source into tokens, with white space round tags treated as chat templates
/// expect it: Jinja's `trim_blocks` and `lstrip_blocks` are on, so a `{% … %}` or `{# … #}` takes
/// the blanks before it in its line and the line's end after it; a dash takes all white space.
final class Lexer {
  private static final String[] OPERATORS = {
    "//", "**", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "~", "<", ">", "=", "(", ")", "[",
    "]", "{", "}", ".", ",", ":", "|"
  };

  private final Faults faults;
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  /// Whether what comes next begins a line, for the blanks before a tag.
  private boolean lineStarts = true;

  private Lexer(Faults faults, String source) {
    this.faults = faults;
    String lines = source.replace("\r\n", "\n").replace('\r', '\n');
    this.source = lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines;
  }

  /// @throws luotuo.job.Failure `model.template.unknown` for what is no token
  static List<Token> tokens(Faults faults, String source) {
    return new Lexer(faults, source).all();
  }

  private List<Token> all() {
    while (at < source.length()) {
      int tag = nextTag();
      plain(tag);
      if (tag < source.length()) {
        tag(tag);
      }
    }
    add(Token.Type.END, "", line);
    return tokens;
  }

  private int nextTag() {
    for (int i = source.indexOf('{', at); i >= 0; i = source.indexOf('{', i + 1)) {
      if (i + 1 < source.length() && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return source.length();
  }

  private void plain(int to) {
    int end = to;
    char mark = to + 2 < source.length() ? source.charAt(to + 2) : ' ';
    boolean tag = to < source.length();
    if (tag && mark == '-') {
      end = stripped(to);
    } else if (tag && mark != '+' && source.charAt(to + 1) != '{') {
      end = unindented(to);
    }
    if (end > at) {
      add(Token.Type.PLAIN, source.substring(at, end), line);
    }
    pass(to);
  }

  private int stripped(int to) {
    int end = to;
    while (end > at && Strings.isSpace(source.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private int unindented(int to) {
    int end = to;
    while (end > at && (source.charAt(end - 1) == ' ' || source.charAt(end - 1) == '\t')) {
      end--;
    }
    boolean blank = end == at ? lineStarts : source.charAt(end - 1) == '\n';
    return blank ? end : to;
  }

  private void tag(int from) {
    int begun = line;
    char kind = source.charAt(from + 1);
    char mark = from + 2 < source.length() ? source.charAt(from + 2) : ' ';
    if (kind == '#') {
      comment(from);
      return;
    }
    pass(from + (mark == '-' || mark == '+' && kind == '%' ? 3 : 2));
    add(Token.Type.TAG, "{" + kind, begun);
    String close = kind == '{' ? "}}" : "%}";
    int depth = 0;
    while (depth > 0 || !closes(close)) {
      blanks();
      if (at >= source.length()) {
        throw faults.unknown(begun, "{" + kind);
      }
      if (depth > 0 || !closes(close)) {
        depth += token(begun);
      }
    }
    add(Token.Type.TAG, close, line);
    close(close);
  }

  private void comment(int from) {
    int begun = line;
    int to = source.indexOf("#}", from + 2);
    if (to < 0) {
      throw faults.unknown(begun, "{#");
    }
    int mark = to > from + 2 ? source.charAt(to - 1) : ' ';
    pass(mark == '-' || mark == '+' ? to - 1 : to);
    close("#}");
  }

  private boolean closes(String close) {
    boolean marked = source.startsWith("-" + close, at);
    boolean plus = !close.equals("}}") && source.startsWith("+" + close, at);
    return marked || plus || source.startsWith(close, at);
  }

  private void close(String close) {
    char mark = source.charAt(at);
    boolean marked = mark == '-' || mark == '+';
    int end = at + close.length() + (marked ? 1 : 0);
    if (mark == '-') {
      while (end < source.length() && Strings.isSpace(source.charAt(end))) {
        end++;
      }
    } else if (!marked && !close.equals("}}") && source.startsWith("\n", end)) {
      end++;
    }
    pass(end);
  }

  private void blanks() {
    int to = at;
    while (to < source.length() && Strings.isSpace(source.charAt(to))) {
      to++;
    }
    pass(to);
  }

  /// @return how much deeper in brackets what follows is
  private int token(int begun) {
    char c = source.charAt(at);
    if (c == '"' || c == '\'') {
      string(c);
    } else if (c >= '0' && c <= '9') {
      number();
    } else if (Character.isLetter(c) || c == '_') {
      int to = at;
      while (to < source.length() && isNamePart(source.charAt(to))) {
        to++;
      }
      take(Token.Type.NAME, to);
    } else {
      return operator(begun);
    }
    return 0;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private int operator(int begun) {
    for (String operator : OPERATORS) {
      if (source.startsWith(operator, at)) {
        take(Token.Type.OPERATOR, at + operator.length());
        return "([{".contains(operator) ? 1 : ")]}".contains(operator) ? -1 : 0;
      }
    }
    throw faults.unknown(begun, source.substring(at, source.offsetByCodePoints(at, 1)));
  }

  private void number() {
    int to = digits(at);
    boolean real =
        to + 1 < source.length() && source.charAt(to) == '.' && isDigit(source.charAt(to + 1));
    if (real) {
      to = digits(to + 1);
    }
    if (to < source.length() && isNamePart(source.charAt(to)) || to - at > 18) {
      throw faults.unknown(line, source.substring(at, Math.min(to + 1, source.length())));
    }
    take(real ? Token.Type.REAL : Token.Type.WHOLE, to);
  }

  private int digits(int from) {
    int to = from;
    while (to < source.length() && isDigit(source.charAt(to))) {
      to++;
    }
    return to;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void string(char quote) {
    int begun = line;
    var text = new StringBuilder();
    int i = at + 1;
    while (i < source.length() && source.charAt(i) != quote) {
      if (source.charAt(i) == '\\' && i + 1 < source.length()) {
        i = escape(i + 1, text);
      } else {
        text.append(source.charAt(i++));
      }
    }
    if (i >= source.length()) {
      throw faults.unknown(begun, String.valueOf(quote));
    }
    pass(i + 1);
    add(Token.Type.STRING, text.toString(), begun);
  }

  /// @return one past the escape, as Python writes them
  private int escape(int from, StringBuilder text) {
    char c = source.charAt(from);
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) {
      return point(from + 1, digits, text);
    }
    int known = "ntr\\'\"abfv0\n".indexOf(c);
    switch (known) {
      case -1 -> text.append('\\').append(c);
      case 11 -> {} // the end of a line is left out
      default -> text.append("\n\t\r\\'\"\u0007\b\f\u000b\0".charAt(known));
    }
    return from + 1;
  }

  private int point(int from, int digits, StringBuilder text) {
    try {
      int point = Integer.parseInt(source.substring(from, from + digits), 16);
      text.appendCodePoint(point);
      return from + digits;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw faults.unknown(line, "\\" + source.charAt(from - 1));
    }
  }

  private void take(Token.Type type, int to) {
    add(type, source.substring(at, to), line);
    pass(to);
  }

  private void add(Token.Type type, String text, int in) {
    tokens.add(new Token(type, text, in));
  }

  private void pass(int to) {
    for (int i = at; i < to; i++) {
      line += source.charAt(i) == '\n' ? 1 : 0;
    }
    lineStarts = to > at ? source.charAt(to - 1) == '\n' : lineStarts;
    at = to;
  }
}
