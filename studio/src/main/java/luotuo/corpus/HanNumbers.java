package luotuo.corpus;

/// Numbers in Chinese characters.
public final class HanNumbers {
  private static final String FIGURES = "零一二三四五六七八九";

  private HanNumbers() {}

  /// In Arabic figures: `三十五` is 35, `二〇一三` is 2013, `两万` is 20000.
  public static String digits(String han) {
    String text = han.replace('〇', '零').replace('两', '二');
    boolean figures = text.chars().allMatch(c -> FIGURES.indexOf(c) >= 0);
    return figures && text.length() > 1 ? oneByOne(text) : String.valueOf(value(text));
  }

  private static String oneByOne(String figures) {
    StringBuilder digits = new StringBuilder();
    figures.chars().forEach(c -> digits.append(FIGURES.indexOf(c)));
    return digits.toString();
  }

  private static long value(String text) {
    long all = 0;
    long section = 0;
    long figure = 0;
    for (char c : text.toCharArray()) {
      long unit = unit(c);
      if (unit == 0) {
        figure = FIGURES.indexOf(c);
      } else if (unit >= 10_000) {
        all = Math.max(1, all + section + figure) * unit;
        section = 0;
        figure = 0;
      } else {
        section += Math.max(1, figure) * unit;
        figure = 0;
      }
    }
    return all + section + figure;
  }

  private static long unit(char c) {
    return switch (c) {
      case '十' -> 10;
      case '百' -> 100;
      case '千' -> 1_000;
      case '万' -> 10_000;
      case '亿' -> 100_000_000;
      default -> 0;
    };
  }
}
