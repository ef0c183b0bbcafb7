package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.List;
import luotuo.model.LikelihoodModel;
import luotuo.model.ScoredToken;
import luotuo.prompt.Excerpt;

/// How unlikely a model finds a line that goes on with a scene. Scenes and lines are written as a
/// plain script, so that models that were never taught to talk can be asked as well.
final class ScriptText {
  private static final int MOST = 3000;

  private final LikelihoodModel model;
  private final String name;

  /// @param name who speaks the line
  ScriptText(LikelihoodModel model, String name) {
    this.model = model;
    this.name = name;
  }

  /// In nats a token; NaN for a line without tokens.
  ///
  /// @param recalled scenes that are shown before, the nearest last
  double nats(Sample sample, List<Excerpt> recalled, String line) {
    List<ScoredToken> scored =
        model.score(new LikelihoodModel.Context.Plain(context(sample, recalled)), line);
    return -scored.stream().mapToDouble(ScoredToken::logProbability).average().orElse(Double.NaN);
  }

  private String context(Sample sample, List<Excerpt> recalled) {
    List<String> parts = new ArrayList<>();
    recalled.reversed().forEach(excerpt -> parts.add(excerpt.text()));
    parts.add(sample.before() + "\n" + name + ":「");
    String text = String.join("\n\n", parts);
    return text.substring(text.offsetByCodePoints(text.length(), -most(text)));
  }

  private static int most(String text) {
    return Math.min(MOST, text.codePointCount(0, text.length()));
  }
}
