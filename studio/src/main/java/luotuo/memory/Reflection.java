package luotuo.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import luotuo.model.ChatModel;

/// Draws conclusions about a person when enough has happened: when the importances of what was
/// stated since the last conclusion sum up to a threshold, as Generative Agents do it (Park et al.
/// 2023). Each conclusion names the facts that it rests on; one that names none of them is dropped.
public final class Reflection {
  private static final double ENOUGH = 8;
  private static final int LOOKED_AT = 20;
  private static final int MOST = 3;
  private static final int MOST_TOKENS = 256;
  private static final double IMPORTANCE = 0.8;

  /// `conclusion (1, 4)`
  private static final Pattern CONCLUSION =
      Pattern.compile(
          "^\\s*(?:[-*•]|\\d+[.、)])?\\s*(.{4,200}?)\\s*[(（\\[]\\s*([\\d，、,"
              + " ]+)[)）\\]]\\s*[。.]?\\s*$");

  private final Instructed model;

  /// @param model stays open
  public Reflection(ChatModel model) {
    this.model = new Instructed(model, CHINESE, ENGLISH, MOST_TOKENS);
  }

  /// A conclusion, and the ids of the facts that it rests on.
  record Conclusion(Fact fact, List<Long> grounds) {}

  /// Whether enough was stated since the last conclusion.
  static boolean isDue(List<Fact> facts) {
    Instant last =
        facts.stream()
            .filter(f -> f.kind() == Fact.Kind.CONCLUDED)
            .map(Fact::at)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return facts.stream()
            .filter(f -> f.kind() == Fact.Kind.STATED && f.at().isAfter(last))
            .mapToDouble(Fact::importance)
            .sum()
        >= ENOUGH;
  }

  /// At most three conclusions from what was stated last; none where the model fails.
  ///
  /// @param facts of one person, in the order in which they were said
  List<Conclusion> conclusions(Whose whose, List<Fact> facts, Instant now) {
    List<Fact> stated =
        facts.stream().filter(f -> f.kind() == Fact.Kind.STATED && !f.outdated()).toList();
    List<Fact> latest = stated.subList(Math.max(0, stated.size() - LOOKED_AT), stated.size());
    List<Conclusion> conclusions = new ArrayList<>();
    for (String line : asked(latest).lines().toList()) {
      Matcher matcher = CONCLUSION.matcher(line);
      if (conclusions.size() < MOST && matcher.matches()) {
        List<Long> grounds = grounds(matcher.group(2), latest);
        if (!grounds.isEmpty()) {
          Fact fact = Fact.concluded(whose, matcher.group(1), IMPORTANCE, now);
          conclusions.add(new Conclusion(fact, grounds));
        }
      }
    }
    return conclusions;
  }

  private static List<Long> grounds(String numbers, List<Fact> facts) {
    List<Long> grounds = new ArrayList<>();
    for (String number : numbers.strip().split("[^0-9]+")) {
      int place = number.isEmpty() || number.length() > 4 ? 0 : Integer.parseInt(number);
      if (place >= 1 && place <= facts.size()) {
        grounds.add(facts.get(place - 1).id());
      }
    }
    return grounds.stream().distinct().toList();
  }

  private String asked(List<Fact> facts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < facts.size(); i++) {
      text.append(i + 1).append(". ").append(facts.get(i).text()).append('\n');
    }
    return model.about(text.toString(), text.toString());
  }

  private static final String CHINESE =
      "下面是一个人说过的话，编了号。从中能对这个人得出哪些更一般的结论？最多三条，每行一条，行末用括号写明依据的编号，例如：他很顾家（1, 4）";
  private static final String ENGLISH =
      "Below is what somebody said, numbered. Which more general conclusions about this person"
          + " follow? At most three, one a line, with the numbers that each rests on in brackets at"
          + " its end, such as: They care for their family (1, 4)";
}
