package luotuo.memory;

import java.util.List;
import luotuo.model.ChatModel;

/// Asks a language model which of the nearest earlier facts do not hold any more; where it fails or
/// says something else, the rule decides.
public final class ModelContradictions implements Contradictions {
  private static final int MOST_TOKENS = 16;
  private static final double NEAR = 0.5;

  private final Instructed model;
  private final Contradictions rule;

  /// @param model stays open
  public ModelContradictions(ChatModel model, Contradictions rule) {
    this.model = new Instructed(model, CHINESE, ENGLISH, MOST_TOKENS);
    this.rule = rule;
  }

  @Override
  public List<Fact> replaced(Fact later, List<Near> near) {
    List<Near> asked = near.stream().filter(n -> n.meaning() >= NEAR).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    String answer = answer(later, asked).strip();
    if (!answer.matches("[0-9 ,，、]+")) {
      return rule.replaced(later, near);
    }
    List<String> numbers = List.of(answer.split("[^0-9]+"));
    return asked.stream()
        .filter(n -> numbers.contains(String.valueOf(asked.indexOf(n) + 1)))
        .map(Near::fact)
        .toList();
  }

  private String answer(Fact later, List<Near> near) {
    StringBuilder text = new StringBuilder();
    for (Near earlier : near) {
      text.append(near.indexOf(earlier) + 1)
          .append(". ")
          .append(earlier.fact().text())
          .append('\n');
    }
    text.append("→ ").append(later.text());
    return model.about(text.toString(), later.text());
  }

  private static final String CHINESE =
      "一个人先后说过几句话，编了号；最后一句（→）是刚才说的。刚才这句说了以后，前面哪几句不再成立？只写编号；都还成立就写 0。";
  private static final String ENGLISH =
      "Somebody said the numbered sentences earlier, and the last one (→) just now. Which of the"
          + " earlier ones no longer hold? Write their numbers alone, or 0 if all still hold.";
}
