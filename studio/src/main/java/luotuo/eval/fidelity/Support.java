package luotuo.eval.fidelity;

import java.util.ArrayList;
import java.util.List;
import luotuo.chat.Evidence;
import luotuo.chat.Voice;
import luotuo.model.Embedder;

/// Whether a reply shows what it rests on, how near it is to that, and how near to the true line.
final class Support implements Scorer {
  private final Embedder embedder;

  Support(Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public List<Score> score(Trial trial) {
    return trial.answer().map(answer -> score(trial.sample(), answer)).orElse(List.of());
  }

  private List<Score> score(Sample sample, Voice.Answer answer) {
    List<Score> scores = new ArrayList<>();
    double near = Near.of(embedder, answer.text(), sample.line());
    scores.add(Score.of(Measured.NEAR, near, answer.text()));
    scores.add(Score.of(Measured.EVIDENCED, !answer.evidence().isEmpty(), answer.text()));
    answer.evidence().stream()
        .map(Evidence::quote)
        .mapToDouble(quote -> Near.of(embedder, answer.text(), quote))
        .max()
        .ifPresent(most -> scores.add(Score.of(Measured.SUPPORTED, most, answer.text())));
    return scores;
  }
}
