package luotuo.model;

/// Estimates tokens by the script of each character, for a model whose vocabulary is not at hand.
///
/// Counted in thousandths of a token: a Chinese, Japanese or Korean character 0.8 (vocabularies
/// made for Chinese need some 0.7, others 0.9), a word of Latin letters one, and a further one for
/// each four letters beyond the first six, two digits or a mark of punctuation one, a letter of
/// another alphabet a half, an emoji two. A single space goes with the word behind it.
public final class ScriptEstimate implements TokenCounter {
  private static final int TOKEN = 1000;

  @Override
  public int count(String text) {
    long sum = 0;
    int word = 0;
    int digits = 0;
    int before = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(before)) {
      int c = text.codePointAt(i);
      boolean latin = latin(c);
      boolean digit = Character.isDigit(c);
      sum += latin ? letter(word) : digit ? TOKEN / 2 : other(c, before);
      sum += digit && digits == 0 ? TOKEN / 2 : 0;
      word = latin ? word + 1 : 0;
      digits = digit ? digits + 1 : 0;
      before = c;
    }
    return (int) Math.min(Integer.MAX_VALUE, (sum + TOKEN - 1) / TOKEN);
  }

  private static boolean latin(int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  /// @param before letters of the same word before this one
  private static int letter(int before) {
    return before == 0 || (before >= 6 && before % 4 == 2) ? TOKEN : 0;
  }

  private static int other(int c, int before) {
    if (Character.isWhitespace(c)) {
      return c == ' ' && before != ' ' ? 0 : c == ' ' ? TOKEN / 8 : TOKEN;
    }
    if (!Character.isLetter(c)) {
      return Character.isSupplementaryCodePoint(c) ? 2 * TOKEN : c == before ? TOKEN / 2 : TOKEN;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case HAN -> Character.isSupplementaryCodePoint(c) ? 3 * TOKEN : TOKEN * 4 / 5;
      case HIRAGANA, KATAKANA, HANGUL -> TOKEN * 4 / 5;
      case CYRILLIC, GREEK -> TOKEN * 2 / 5;
      default -> TOKEN / 2;
    };
  }
}
