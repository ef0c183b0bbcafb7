package luotuo.eval.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luotuo.chat.Evidence;
import luotuo.chat.Voice;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.job.Problem;

/// Holds a reply against what was expected of it. Letters count in either case, and white space of
/// any kind is one space.
final class Checking {
  private final Voice.Answer answer;
  private final String said;

  private Checking(Voice.Answer answer) {
    this.answer = answer;
    this.said = plain(answer.text());
  }

  /// What does not hold; empty where everything does.
  static List<Problem> problems(Expected expected, Voice.Answer answer) {
    Checking checking = new Checking(answer);
    List<Problem> problems = new ArrayList<>();
    for (List<String> choice : expected.says()) {
      if (choice.stream().noneMatch(checking::says)) {
        problems.add(Problem.of("golden.says", String.join(" | ", choice)));
      }
    }
    for (String text : expected.saysNot()) {
      if (checking.says(text)) {
        problems.add(Problem.of("golden.saysNot", text));
      }
    }
    expected.declines().ifPresent(declines -> checking.declines(declines, problems));
    for (List<String> choice : expected.cites()) {
      if (choice.stream().noneMatch(checking::cites)) {
        String shown = String.join(", ", checking.places());
        problems.add(Problem.of("golden.cites", String.join(" | ", choice), shown));
      }
    }
    return problems;
  }

  private boolean says(String text) {
    return said.contains(plain(text));
  }

  private void declines(boolean wanted, List<Problem> problems) {
    if (wanted != answer.outOfScope()) {
      problems.add(Problem.of(wanted ? "golden.answers" : "golden.declines"));
    }
  }

  private boolean cites(String place) {
    return answer.evidence().stream()
        .anyMatch(
            evidence ->
                evidence.scene().equals(place)
                    || Scene.isNumbered(evidence.scene(), place)
                    || is(evidence.source(), place)
                    || evidence.restsOn().stream().anyMatch(source -> is(source, place)));
  }

  private List<String> places() {
    return answer.evidence().stream().map(Evidence::source).map(Source::toString).toList();
  }

  /// A file may be named without its folders.
  private static boolean is(Source source, String place) {
    return ends(source.file(), place) || ends(source.toString(), place);
  }

  private static boolean ends(String whole, String place) {
    return whole.equals(place) || whole.endsWith("/" + place);
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
