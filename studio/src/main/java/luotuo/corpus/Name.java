package luotuo.corpus;

import java.util.Set;

/// What may stand before a colon as somebody's name.
final class Name {
  private static final int MOST_WIDE = 12;
  private static final int MOST_WIDE_BESIDE_DIRECTION = 16;
  private static final int MOST_LATIN = 40;

  private static final Set<String> NARRATORS =
      Set.of("旁白", "画外音", "scene", "Scene", "SCENE", "narrator", "Narrator", "NARRATOR");

  private static final Set<String> ABBREVIATIONS =
      Set.of("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Jr", "Sr", "Capt", "Lt", "Sgt", "Gen", "Rev");

  private Name() {}

  static boolean narrates(String name) {
    return NARRATORS.contains(name);
  }

  /// Without white space, emphasis and quotation marks around it.
  static String bare(String written) {
    String name = Signs.strip(written);
    while (name.length() > 1 && emphasis(name.charAt(0)) && emphasis(last(name))) {
      name = Signs.strip(name.substring(1, name.length() - 1));
    }
    boolean quoted = !name.isEmpty() && Signs.quote(name.charAt(0)) > 0;
    if (quoted && Quotation.close(name, 0) == name.length() - 1) {
      name = Signs.strip(name.substring(1, name.length() - 1));
    }
    return name;
  }

  /// Whether a bare name without sentence punctuation names somebody.
  static boolean names(String name, boolean besideDirection) {
    boolean wide = false;
    boolean letter = false;
    for (int i = 0; i < name.length(); i++) {
      wide |= Signs.wide(name.charAt(i));
      letter |= Character.isLetter(name.codePointAt(i));
    }
    int most = besideDirection ? MOST_WIDE_BESIDE_DIRECTION : MOST_WIDE;
    return letter && name.codePointCount(0, name.length()) <= (wide ? most : MOST_LATIN);
  }

  /// Several people at once: `Ann, Bob and Cid`, `甲，乙丙`.
  static boolean list(String names) {
    for (String name : names.split("[,，]")) {
      String one = Signs.strip(name);
      if (one.startsWith("and ")) {
        one = Signs.strip(one.substring(4));
      }
      if (one.isEmpty() || !shortName(one)) {
        return false;
      }
    }
    return true;
  }

  private static boolean shortName(String one) {
    char first = one.charAt(0);
    return Signs.wide(first) ? one.length() <= 4 : Character.isUpperCase(first);
  }

  /// Whether a full stop after these letters abbreviates: `Mr.`, `J.`
  static boolean abbreviated(CharSequence before) {
    int from = before.length();
    while (from > 0 && Character.isLetter(before.charAt(from - 1))) {
      from--;
    }
    String word = before.subSequence(from, before.length()).toString();
    boolean initial = word.length() == 1 && word.charAt(0) >= 'A' && word.charAt(0) <= 'Z';
    return initial || ABBREVIATIONS.contains(word);
  }

  private static boolean emphasis(char c) {
    return c == '*' || c == '_';
  }

  private static char last(String s) {
    return s.charAt(s.length() - 1);
  }
}
