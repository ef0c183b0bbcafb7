package luotuo.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import luotuo.model.ChatModel;

/// Lets a language model say what a person states about themselves, guarded by rule: a line that
/// the person's words of this turn do not hold is dropped, and where no line is left, or the model
/// fails, the rule hears instead.
public final class ModelListener implements Listener {
  private static final int MOST_TOKENS = 256;
  private static final double HELD = 0.9;
  private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•·]|\\d+[.、)])\\s*");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  private final Instructed model;
  private final Listener rule;

  /// @param model stays open
  public ModelListener(ChatModel model, Listener rule) {
    this.model = new Instructed(model, CHINESE, ENGLISH, MOST_TOKENS);
    this.rule = rule;
  }

  @Override
  public List<String> statements(Heard heard) {
    List<String> byRule = rule.statements(heard);
    if (byRule.isEmpty()) {
      return byRule;
    }
    List<String> grounded =
        model
            .about(heard.words(), heard.words())
            .lines()
            .map(ModelListener::line)
            .filter(l -> holds(heard.words(), l))
            .toList();
    return grounded.isEmpty() ? byRule : grounded;
  }

  private static final String CHINESE =
      "下面是一个人说的一段话。把其中关于说话人自己和他的生活的事实摘出来，用他的原话，每行一条。" + "提问、假设、玩笑和别人的事不算。一条也没有，就写“无”。";
  private static final String ENGLISH =
      "Below is what somebody said. Take out what states a fact about the speaker and their life,"
          + " in their own words, one a line. Questions, suppositions, jokes and tales of others do"
          + " not count. If there is none, write \"none\".";

  private static String line(String text) {
    return BULLET.matcher(text).replaceFirst("").strip();
  }

  /// Whether nearly all of a line's letters or words, and every number, are among the person's
  /// words.
  static boolean holds(String words, String line) {
    List<String> said = pieces(words);
    List<String> pieces = pieces(line);
    boolean numbers =
        NUMBER.matcher(line).results().allMatch(number -> words.contains(number.group()));
    long held = pieces.stream().filter(said::contains).count();
    return pieces.size() >= 2 && numbers && held >= HELD * pieces.size();
  }

  /// Pairs of neighbouring characters of Han, and words of other scripts.
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      String word = words.group();
      if (Concepts.hasHan(word)) {
        for (int i = 0; i + 1 < word.length(); i++) {
          pieces.add(word.substring(i, i + 2));
        }
      } else {
        pieces.add(word);
      }
    }
    return pieces;
  }
}
