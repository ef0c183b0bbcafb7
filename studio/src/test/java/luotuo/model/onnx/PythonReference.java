package luotuo.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import luotuo.model.Embedder;

/// Numbers from Python's onnxruntime 1.28.0 and tokenizers on the same files, with `lowercase` set.
///
/// On the machine that made them Java's differ by less than 2e-6. Another version of the runtime,
/// or a processor whose kernels add in another order, rounds an activation to the next of 256 steps
/// here and there: Python's onnxruntime 1.32 was off by 0.011 at most.
final class PythonReference {
  private static final double TOLERANCE = 0.02;

  private final Embedder embedder;
  private final List<float[]> vectors = new ArrayList<>();

  PythonReference(Embedder embedder) {
    this.embedder = embedder;
  }

  /// @param leading the first components of the text's vector
  PythonReference has(String text, double... leading) {
    var vector = embedder.embed(List.of(text)).getFirst();
    for (int i = 0; i < leading.length; i++) {
      assertEquals(leading[i], vector[i], TOLERANCE, text + " " + i);
    }
    vectors.add(vector);
    return this;
  }

  /// @param cosines of the first text with each of the others
  void hasCosines(List<Double> cosines) {
    for (int i = 0; i < cosines.size(); i++) {
      double cosine = 0;
      for (int j = 0; j < vectors.getFirst().length; j++) {
        cosine += (double) vectors.getFirst()[j] * vectors.get(i + 1)[j];
      }
      assertEquals(cosines.get(i), cosine, TOLERANCE, "text " + (i + 1));
    }
  }
}
