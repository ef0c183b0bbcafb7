package luotuo.app;

import java.util.ArrayList;
import java.util.List;
import luotuo.model.Embedder;
import luotuo.model.Judge;

/// Judges by the nearness of meanings alone, for languages without a trained judge: what was asked
/// and what was said may each be near to the question.
final class NearnessJudge implements Judge {
  /// Cosines of texts that have nothing to do with one another, and of the same said otherwise.
  private static final double UNRELATED = 0.45;

  private static final double SAME = 0.9;
  private static final double SAID = 0.9;

  private final Embedder embedder;

  NearnessJudge(Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return "nearness-" + embedder.name();
  }

  @Override
  public double[] judge(String question, List<Candidate> candidates) {
    List<String> texts = new ArrayList<>(List.of(question));
    for (Candidate candidate : candidates) {
      texts.add(candidate.asked());
      texts.add(candidate.said());
    }
    List<float[]> vectors = embedder.embed(texts);
    double[] judged = new double[candidates.size()];
    for (int i = 0; i < judged.length; i++) {
      double asked = dot(vectors.getFirst(), vectors.get(1 + 2 * i));
      double said = dot(vectors.getFirst(), vectors.get(2 + 2 * i));
      judged[i] = Math.clamp((Math.max(asked, SAID * said) - UNRELATED) / (SAME - UNRELATED), 0, 1);
    }
    return judged;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /// The embedder is not its own.
  @Override
  public void close() {}
}
