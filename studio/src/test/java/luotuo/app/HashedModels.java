package luotuo.app;

import java.util.List;
import luotuo.model.Embedder;
import luotuo.model.Judge;
import luotuo.model.NearnessJudge;
import luotuo.persona.Language;

/// Models for tests: a text's vector counts its pairs of neighbouring letters, so that like wording
/// is near, nothing is loaded, and every run is the same.
public final class HashedModels implements Models {
  private static final int DIMENSIONS = 256;

  private static final Embedder EMBEDDER =
      new Embedder() {
        @Override
        public String name() {
          return "hashed";
        }

        @Override
        public int dimensions() {
          return DIMENSIONS;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
          return texts.stream().map(HashedModels::vector).toList();
        }

        @Override
        public void close() {}
      };

  private static float[] vector(String text) {
    float[] vector = new float[DIMENSIONS];
    for (int i = 0; i + 1 < text.length(); i++) {
      vector[Math.floorMod(text.substring(i, i + 2).hashCode(), DIMENSIONS)]++;
    }
    double norm = 0;
    for (float x : vector) {
      norm += x * x;
    }
    for (int i = 0; norm > 0 && i < DIMENSIONS; i++) {
      vector[i] /= (float) Math.sqrt(norm);
    }
    return vector;
  }

  @Override
  public Embedder embedder(Language language) {
    return EMBEDDER;
  }

  @Override
  public Judge judge(Language language) {
    return new NearnessJudge(EMBEDDER);
  }

  @Override
  public void close() {}
}
