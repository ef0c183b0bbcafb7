package luotuo.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.corpus.HanNumbers;
import luotuo.persona.Language;

/// What a reply may claim: only numbers, years, names, titles and Latin words that stand in the
/// texts that it rests on.
final class Grounds {
  private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern HAN_NUMBER =
      Pattern.compile(
          "([零〇一二两三四五六七八九十百千万亿]{2,}|[二三四五六七八九十百千万亿])(?=[年月日号岁个名位人次块元篇本家张台层站里斤天小时分秒倍成字行])"
              + "|[零〇一二两三四五六七八九十百千万亿]{3,}");

  /// Words with a number in them that count nothing.
  private static final Pattern NO_NUMBERS =
      Pattern.compile("十分(?!钟)|万一|千万(?=别|不|要|记)|三三两两|一五一十|[七八]上八下");

  private static final Pattern LATIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9+#]+(?:[.-][A-Za-z0-9]+)*");
  private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z,;:] )[A-Z][A-Za-z0-9-]+");
  private static final Pattern TITLE = Pattern.compile("《([^》]+)》");
  private static final Pattern NAMED =
      Pattern.compile(
          "叫(?:做|作)?([\\p{IsHan}]{2,4}?)(?=[，。,.、！？的])|([\\p{IsHan}]{1,2})(?:老师|教授|博士|先生|女士)");
  private static final Set<String> NO_NAMES = Set.of("这位", "那位", "各位", "一位", "位", "导师", "大学", "个");

  private final Language language;
  private final String texts;
  private final Set<String> numbers = new HashSet<>();

  /// @param texts what a reply may rest on
  Grounds(Language language, List<String> texts) {
    this.language = language;
    this.texts = String.join("\n", texts).toLowerCase(Locale.ROOT);
    numbers.addAll(numbers(this.texts));
  }

  /// The first claim of a sentence that nothing supports.
  Optional<String> unfounded(String sentence) {
    return numbers(sentence).stream()
        .filter(number -> !isKnown(number))
        .findFirst()
        .or(() -> words(sentence).stream().filter(word -> !texts.contains(word)).findFirst());
  }

  /// A year may be told by its last two figures.
  private boolean isKnown(String number) {
    return numbers.contains(number)
        || number.length() == 4 && numbers.contains(number.substring(2))
        || number.length() == 2
            && (numbers.contains("20" + number) || numbers.contains("19" + number));
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher digits = DIGITS.matcher(text);
    while (digits.find()) {
      numbers.add(digits.group().replace(",", ""));
    }
    Matcher han = HAN_NUMBER.matcher(NO_NUMBERS.matcher(text).replaceAll(""));
    while (han.find()) {
      numbers.add(HanNumbers.digits(han.group()));
    }
    return numbers;
  }

  private List<String> words(String sentence) {
    List<String> words = new ArrayList<>();
    find(language == Language.ZH ? LATIN : CAPITAL, sentence, words);
    find(TITLE, sentence, words);
    if (language == Language.ZH) {
      find(NAMED, sentence, words);
    }
    return words;
  }

  private static void find(Pattern pattern, String sentence, List<String> into) {
    Matcher found = pattern.matcher(sentence);
    while (found.find()) {
      String word = found.group();
      for (int group = 1; group <= found.groupCount(); group++) {
        word = found.group(group) == null ? word : found.group(group);
      }
      if (!NO_NAMES.contains(word)) {
        into.add(word.toLowerCase(Locale.ROOT));
      }
    }
  }
}
