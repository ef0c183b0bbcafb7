package luotuo.model;

import java.util.List;
import java.util.Locale;

/// Vectors without weights, for tests: each pair of neighbouring characters adds one to a component
/// that its hash names. Texts that share pairs are near; nothing else is.
public final class FakeEmbedder implements Embedder {
  private static final int DIMENSIONS = 256;

  private volatile boolean closed;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public int dimensions() {
    return DIMENSIONS;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    if (closed) {
      throw new IllegalStateException("the embedder " + name() + " is closed");
    }
    return texts.stream().map(FakeEmbedder::vector).toList();
  }

  @Override
  public void close() {
    closed = true;
  }

  private static float[] vector(String text) {
    var vector = new float[DIMENSIONS];
    var seen = text.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\p{C}]+", " ").strip();
    int n = seen.length();
    for (int i = 0; i < n; i++) {
      var pair = seen.substring(i, Math.min(n, i + 2));
      vector[Math.floorMod(pair.hashCode() * 0x9E3779B9 >>> 8, DIMENSIONS)]++;
    }
    return normal(vector);
  }

  private static float[] normal(float[] vector) {
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    for (int i = 0; i < vector.length && squares > 0; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}
