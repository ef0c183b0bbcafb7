package luotuo.persona;

import java.util.Locale;

/// The language that a persona speaks.
public enum Language {
  ZH,
  EN;

  /// The language of most letters of a text: Chinese where at least a fifth of them are Han.
  public static Language of(String text) {
    long han = text.codePoints().filter(Language::isHan).count();
    long latin = text.codePoints().filter(c -> Character.isLetter(c) && !isHan(c)).count();
    return han > 0 && han * 4 >= latin ? ZH : EN;
  }

  /// `zh` or `en`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
