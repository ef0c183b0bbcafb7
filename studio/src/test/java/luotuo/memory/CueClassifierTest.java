package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import luotuo.corpus.Scene;
import luotuo.corpus.Source;
import luotuo.corpus.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CueClassifierTest {
  private static final long SEED = 20261129;
  private static final int SCENES = 6;
  private static final int DIMENSIONS = 24;
  private static final Stamp STAMP = new Stamp(6, "some-embedder", "bigrams", "abc");

  @TempDir Path folder;
  private final Random random = new Random(SEED);
  private final List<Span> cues = new ArrayList<>();
  private final List<float[]> vectors = new ArrayList<>();

  /// A unit vector that leans to one dimension.
  private float[] near(int dimension) {
    float[] vector = new float[DIMENSIONS];
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (random.nextGaussian() * 0.15 + (i == dimension ? 1 : 0));
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private CueClassifier taught() {
    for (int i = 0; i < 20 * SCENES; i++) {
      Turn turn = new Turn.Said("沈渡", "船不卖。", new Source("talk.txt", i + 1));
      Scene scene = new Scene("scene-" + i % SCENES, i % SCENES, List.of(turn));
      cues.add(new Span(scene, 0, 1, "wording " + i));
      vectors.add(near(i % SCENES));
    }
    return CueClassifier.teach(cues, vectors);
  }

  private static String best(Map<String, Double> picked) {
    return picked.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  @Test
  void picksTheSceneThatAsksTheSame() {
    CueClassifier classifier = taught();
    for (int i = 0; i < 100; i++) {
      Map<String, Double> picked = classifier.pick(near(i % SCENES));
      assertEquals("scene-" + i % SCENES, best(picked), "seed " + SEED);
      double sum = picked.values().stream().mapToDouble(Math::exp).sum();
      assertTrue(Math.abs(sum - 1) < 1e-3, "probabilities come to " + sum);
    }
  }

  @Test
  void isReadForTheCuesThatItWasTaughtWithAndForNoOthers() throws IOException {
    CueClassifier classifier = taught();
    Path file = folder.resolve("classifier");
    assertEquals(Optional.empty(), CueClassifier.read(file, STAMP, cues));
    classifier.write(file, STAMP);
    float[] some = near(3);
    CueClassifier again = CueClassifier.read(file, STAMP, cues).orElseThrow();
    assertEquals(classifier.pick(some), again.pick(some));
    Stamp other = new Stamp(6, "some-embedder", "bigrams", "abd");
    assertEquals(Optional.empty(), CueClassifier.read(file, other, cues));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 8));
    assertEquals(Optional.empty(), CueClassifier.read(file, STAMP, cues), "it is not whole");
  }
}
