package luotuo.eval.fidelity;

import java.util.List;
import luotuo.model.Embedder;

/// Nearness in meaning.
final class Near {
  private Near() {}

  /// The cosine of two vectors of norm 1.
  static double of(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  static double of(Embedder embedder, String one, String other) {
    List<float[]> vectors = embedder.embed(List.of(one, other));
    return of(vectors.getFirst(), vectors.getLast());
  }
}
