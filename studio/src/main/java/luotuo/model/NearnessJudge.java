package luotuo.model;

import java.util.ArrayList;
import java.util.List;

/// Judges by nearness in meaning alone, for a language that no trained judge reads.
///
/// It tells what is far from what is near, but hardly which of two near questions is answered.
public final class NearnessJudge implements Judge {
  private static final double MIDDLE = 0.68;
  private static final double STEEP = 16;

  private final Embedder embedder;

  /// @param embedder stays open when this is closed
  public NearnessJudge(Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return "nearness-" + embedder.name();
  }

  @Override
  public double[] judge(String question, List<Candidate> candidates) {
    List<String> texts = new ArrayList<>();
    texts.add(question);
    for (Candidate candidate : candidates) {
      texts.add(candidate.asked());
      texts.add(candidate.said());
    }
    List<float[]> vectors = embedder.embed(texts);
    float[] asked = vectors.getFirst();
    double[] judged = new double[candidates.size()];
    for (int i = 0; i < judged.length; i++) {
      double near =
          Math.max(dot(asked, vectors.get(2 * i + 1)), dot(asked, vectors.get(2 * i + 2)));
      judged[i] = 1 / (1 + Math.exp(-STEEP * (near - MIDDLE)));
    }
    return judged;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void close() {}
}
