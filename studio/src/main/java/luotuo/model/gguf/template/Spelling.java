package luotuo.model.gguf.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// Values as text: as Python prints them, and as JSON. Jinja's templates rely on both.
final class Spelling {
  private final Budget budget;
  private final StringBuilder out = new StringBuilder();
  private final boolean json;

  /// Blanks for each level; −1 for all in one line.
  private final int indent;

  private Spelling(Budget budget, boolean json, int indent) {
    this.budget = budget;
    this.json = json;
    this.indent = indent;
  }

  /// As `{{ value }}` prints it.
  static String text(Value value, Budget budget) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Missing _ -> "";
      default -> new Spelling(budget, false, -1).all(value);
    };
  }

  static String json(Value value, int indent, Budget budget) {
    return new Spelling(budget, true, indent).all(value);
  }

  private String all(Value value) {
    write(value, 1);
    return out.toString();
  }

  private void write(Value value, int level) {
    budget.enter();
    int before = out.length();
    switch (value) {
      case Value.Text(String text) -> {
        if (json) {
          quoteJson(text);
        } else {
          quote(text);
        }
      }
      case Value.Whole(long number) -> out.append(number);
      case Value.Real(double number) -> out.append(real(number));
      case Value.Flag(boolean flag) ->
          out.append(json ? String.valueOf(flag) : flag ? "True" : "False");
      case Value.Nothing _ -> out.append(json ? "null" : "None");
      case Value.Items(List<Value> items, int _) -> list(items, level);
      case Value.Fields(Map<String, Value> fields, int _) -> map(fields, level);
      case Value.Missing _, Value.Space _, Value.Builtin _, Value.Macro _ ->
          throw budget.faults().value(budget.line(), json ? "tojson" : "{{ }}");
    }
    budget.text(out.length() - before);
    budget.leave();
  }

  private void list(List<Value> items, int level) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      separate(i, level);
      write(items.get(i), level + 1);
    }
    close(items.isEmpty(), level);
    out.append(']');
  }

  private void map(Map<String, Value> fields, int level) {
    out.append('{');
    int i = 0;
    for (var field : fields.entrySet()) {
      separate(i++, level);
      write(new Value.Text(field.getKey()), level + 1);
      out.append(": ");
      write(field.getValue(), level + 1);
    }
    close(fields.isEmpty(), level);
    out.append('}');
  }

  private void separate(int place, int level) {
    if (indent >= 0) {
      out.append(place > 0 ? "," : "").append('\n').repeat(' ', indent * level);
    } else {
      out.append(place > 0 ? ", " : "");
    }
  }

  private void close(boolean empty, int level) {
    if (indent >= 0 && !empty) {
      out.append('\n').repeat(' ', indent * (level - 1));
    }
  }

  private static String real(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(number);
    if (size != 0 && (size < 1e-4 || size >= 1e16)) {
      String[] parts = Double.toString(number).split("E", -1);
      int exponent = Integer.parseInt(parts[1]);
      String digits = parts[0].endsWith(".0") ? parts[0].replace(".0", "") : parts[0];
      return "%se%s%02d".formatted(digits, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
    String plain = new BigDecimal(Double.toString(number)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private void quoteJson(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = "\"\\\n\r\t\b\f".indexOf(c);
      if (known >= 0) {
        out.append('\\').append("\"\\nrtbf".charAt(known));
      } else if (c < 0x20) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private void quote(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    text.codePoints().forEach(point -> quoted(point, quote));
    out.append(quote);
  }

  private void quoted(int point, char quote) {
    int known = "\\\n\r\t".indexOf(point);
    if (known >= 0) {
      out.append('\\').append("\\nrt".charAt(known));
    } else if (point == quote) {
      out.append('\\').append(quote);
    } else if (point == ' ' || isPrintable(point)) {
      out.appendCodePoint(point);
    } else {
      String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
      out.append(form.formatted(point));
    }
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
