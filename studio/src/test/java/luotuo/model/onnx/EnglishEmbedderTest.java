package luotuo.model.onnx;

import java.util.List;
import luotuo.model.Embedder;
import luotuo.model.EmbedderContractTest;
import org.junit.jupiter.api.Test;

class EnglishEmbedderTest extends EmbedderContractTest {
  private static final String DREAMS = "It does not do to dwell on dreams and forget to live. ";

  @Override
  protected Embedder embedder() {
    return OnnxEmbedders.ENGLISH;
  }

  @Override
  protected Embedder another() {
    return OnnxEmbedder.english(OnnxEmbedders.OPTIONS);
  }

  @Test
  void vectorsAreThoseOfPython() {
    new PythonReference(embedder())
        .has("Do you remember the day we first met?", -0.067048, 0.002724, 0.053246, -0.046256)
        .has("Harry Potter", -0.079834, 0.022977, 0.050676, -0.01108)
        .has("Ron Weasley", -0.026929, 0.035042, 0.040875, 0.006351)
        .has(
            "The naïve café owner said: “Up! Get up! Now!”", -0.04604, 0.014096, 0.006013, 0.083863)
        .has(DREAMS.repeat(60), -0.05277, 0.051429, 0.034116, -0.000866)
        .hasCosines(List.of(0.4533, 0.4694, 0.4762, 0.4504));
  }
}
