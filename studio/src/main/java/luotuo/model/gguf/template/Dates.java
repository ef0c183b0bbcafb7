package luotuo.model.gguf.template;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The moment in the form of C's `strftime`, in English, as templates ask for today's date.
final class Dates {
  private Dates() {}

  /// @return null where the form has a letter that is not known here
  static @Nullable String format(ZonedDateTime moment, String form) {
    var out = new StringBuilder();
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (c != '%') {
        out.append(c);
        continue;
      }
      boolean bare = form.startsWith("-", i + 1);
      i += bare ? 2 : 1;
      String pattern = i < form.length() ? pattern(form.charAt(i), bare) : null;
      if (pattern == null) {
        return null;
      }
      out.append(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment));
    }
    return out.toString();
  }

  private static @Nullable String pattern(char letter, boolean bare) {
    return switch (letter) {
      case 'd' -> bare ? "d" : "dd";
      case 'm' -> bare ? "M" : "MM";
      case 'Y' -> "yyyy";
      case 'y' -> "yy";
      case 'B' -> "MMMM";
      case 'b' -> "MMM";
      case 'A' -> "EEEE";
      case 'a' -> "EEE";
      case 'H' -> bare ? "H" : "HH";
      case 'I' -> bare ? "h" : "hh";
      case 'M' -> bare ? "m" : "mm";
      case 'S' -> bare ? "s" : "ss";
      case 'p' -> "a";
      case 'j' -> bare ? "D" : "DDD";
      case 'F' -> "yyyy-MM-dd";
      case 'T' -> "HH:mm:ss";
      case '%' -> "'%'";
      default -> null;
    };
  }
}
