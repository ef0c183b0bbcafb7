package luotuo.prompt;

import java.util.ArrayList;
import java.util.List;
import luotuo.model.TokenCounter;

/// What of a text, of scenes or of lines has room in so many tokens.
final class Fit {
  private final TokenCounter tokens;

  Fit(TokenCounter tokens) {
    this.tokens = tokens;
  }

  int count(String text) {
    return text.isEmpty() ? 0 : tokens.count(text);
  }

  /// The first scenes that fit, with as much round them as there is room for, the nearest first.
  List<Excerpt> scenes(List<Excerpt> recalled, int room) {
    List<Excerpt> chosen = whole(recalled, room);
    int left = room - chosen.stream().mapToInt(excerpt -> count(excerpt.text())).sum();
    List<Excerpt> widened = new ArrayList<>();
    for (Excerpt excerpt : chosen) {
      int now = count(excerpt.text());
      Excerpt wide = excerpt.widened(now + left, tokens);
      left -= count(wide.text()) - now;
      widened.add(wide);
    }
    return widened;
  }

  /// Those that fit, as they are; one that does not fit makes room for those after it.
  List<Excerpt> whole(List<Excerpt> recalled, int room) {
    List<Excerpt> chosen = new ArrayList<>();
    int left = room;
    for (Excerpt excerpt : recalled) {
      int needed = count(excerpt.text());
      if (needed <= left) {
        chosen.add(excerpt);
        left -= needed;
      }
    }
    return chosen;
  }

  /// The first lines that fit together.
  List<String> lines(List<String> all, int room) {
    int left = room;
    int to = 0;
    while (to < all.size() && count(all.get(to)) + 2 <= left) {
      left -= count(all.get(to)) + 2;
      to++;
    }
    return all.subList(0, to);
  }

  /// As many of the first characters as fit, up to the end of a sentence where there is one.
  String cut(String text, int most) {
    if (count(text) <= most) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (count(text.substring(0, middle)) <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    String fits = text.substring(0, low > 0 && low < text.length() ? whole(text, low) : low);
    int end =
        Math.max(Math.max(fits.lastIndexOf('。'), fits.lastIndexOf('.')), fits.lastIndexOf('\n'));
    return end > low / 2 ? fits.substring(0, end + 1) : fits;
  }

  /// Not between the two halves of a character.
  private static int whole(String text, int end) {
    return Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)) ? end - 1 : end;
  }
}
