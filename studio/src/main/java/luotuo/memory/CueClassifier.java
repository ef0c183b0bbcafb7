package luotuo.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import luotuo.json.Json;

/// Tells which scene a question asks for, taught with the scenes' cues: logistic regression with
/// one class a scene over the vectors of texts, by stochastic gradient descent.
///
/// The nearest cue is one wording among many; this weighs what all wordings of a scene have in
/// common against what tells them from those of every other.
final class CueClassifier {
  private static final int EPOCHS = 8;

  /// The first step; it falls evenly to nothing.
  private static final float STEP = 2;

  /// Under this a probability counts as none.
  private static final double LEAST = 1e-6;

  /// Scene to its row: the bias, then one weight a dimension.
  private final Map<String, float[]> rows;

  private final float[] mean;

  private CueClassifier(float[] mean, Map<String, float[]> rows) {
    this.mean = mean;
    this.rows = rows;
  }

  /// The same cues make the same classifier.
  ///
  /// @param cues at least one
  /// @param vectors one for each cue, all of a length
  static CueClassifier teach(List<Span> cues, List<float[]> vectors) {
    float[] mean = mean(vectors);
    List<String> scenes = scenes(cues);
    Map<String, Integer> column = new HashMap<>();
    scenes.forEach(scene -> column.put(scene, column.size()));
    List<Integer> order = new ArrayList<>(IntStream.range(0, cues.size()).boxed().toList());
    Descent descent = new Descent(mean.length, scenes.size());
    Random random = new Random(1);
    int all = EPOCHS * cues.size();
    for (int done = 0; done < all; done++) {
      int place = done % cues.size();
      if (place == 0) {
        Collections.shuffle(order, random);
      }
      int cue = order.get(place);
      float step = STEP * (1 - (float) done / all);
      int right = Objects.requireNonNull(column.get(cues.get(cue).scene().id()));
      descent.step(less(vectors.get(cue), mean), right, step);
    }
    return new CueClassifier(mean, descent.rows(scenes));
  }

  private static List<String> scenes(List<Span> cues) {
    return cues.stream().map(cue -> cue.scene().id()).distinct().toList();
  }

  /// Weights on their way down: one row a dimension, the bias last, one column a class.
  private static final class Descent {
    private final float[][] weights;
    private final float[] odds;

    Descent(int dimensions, int classes) {
      weights = new float[dimensions + 1][classes];
      odds = new float[classes];
    }

    void step(float[] x, int right, float step) {
      System.arraycopy(weights[x.length], 0, odds, 0, odds.length);
      for (int i = 0; i < x.length; i++) {
        add(x[i], weights[i], odds);
      }
      softmax(odds);
      odds[right] -= 1;
      for (int i = 0; i < x.length; i++) {
        add(-step * x[i], odds, weights[i]);
      }
      add(-step, odds, weights[x.length]);
    }

    Map<String, float[]> rows(List<String> scenes) {
      Map<String, float[]> rows = new LinkedHashMap<>();
      for (int column = 0; column < odds.length; column++) {
        float[] row = new float[weights.length];
        row[0] = weights[weights.length - 1][column];
        for (int i = 1; i < row.length; i++) {
          row[i] = weights[i - 1][column];
        }
        rows.put(scenes.get(column), row);
      }
      return rows;
    }
  }

  private static void add(float weight, float[] from, float[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += weight * from[i];
    }
  }

  /// Log-odds to probabilities, in place.
  private static void softmax(float[] odds) {
    float most = Float.NEGATIVE_INFINITY;
    for (float one : odds) {
      most = Math.max(most, one);
    }
    float sum = 0;
    for (int i = 0; i < odds.length; i++) {
      odds[i] = (float) Math.exp(odds[i] - most);
      sum += odds[i];
    }
    for (int i = 0; i < odds.length; i++) {
      odds[i] /= sum;
    }
  }

  /// Scene to the logarithm of the probability that the text asks for it, from -13.8.
  Map<String, Double> pick(float[] vector) {
    float[] x = less(vector, mean);
    float[] odds = new float[rows.size()];
    int at = 0;
    for (float[] row : rows.values()) {
      float sum = row[0];
      for (int i = 0; i < x.length; i++) {
        sum += row[i + 1] * x[i];
      }
      odds[at++] = sum;
    }
    softmax(odds);
    Map<String, Double> picked = new LinkedHashMap<>();
    at = 0;
    for (String scene : rows.keySet()) {
      picked.put(scene, Math.log(odds[at++] + LEAST));
    }
    return picked;
  }

  /// A line that says what it was taught with; then, as numbers, the mean vector and the row of
  /// each scene in the order of the cues.
  void write(Path file, Stamp stamp) throws IOException {
    byte[] head = head(stamp);
    int numbers = mean.length + rows.size() * (mean.length + 1);
    ByteBuffer bytes = ByteBuffer.allocate(head.length + numbers * Float.BYTES).put(head);
    FloatBuffer floats = bytes.slice().asFloatBuffer().put(mean);
    rows.values().forEach(floats::put);
    Files.write(file, bytes.array());
  }

  /// One that was taught with just these cues; nothing where there is none, or it is not whole.
  static Optional<CueClassifier> read(Path file, Stamp stamp, List<Span> cues) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] head = head(stamp);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    List<String> scenes = scenes(cues);
    boolean fits =
        bytes.remaining() > head.length
            && Arrays.equals(bytes.array(), 0, head.length, head, 0, head.length);
    return fits ? of(bytes.position(head.length).slice(), scenes) : Optional.empty();
  }

  private static Optional<CueClassifier> of(ByteBuffer bytes, List<String> scenes) {
    int weights = bytes.remaining() / Float.BYTES - scenes.size();
    boolean whole = bytes.remaining() % Float.BYTES == 0 && weights % (scenes.size() + 1) == 0;
    if (!whole || weights <= 0) {
      return Optional.empty();
    }
    FloatBuffer floats = bytes.asFloatBuffer();
    float[] mean = new float[weights / (scenes.size() + 1)];
    floats.get(mean);
    Map<String, float[]> rows = new LinkedHashMap<>();
    for (String scene : scenes) {
      float[] row = new float[mean.length + 1];
      floats.get(row);
      rows.put(scene, row);
    }
    return Optional.of(new CueClassifier(mean, rows));
  }

  private static byte[] head(Stamp stamp) {
    return (Json.write(stamp) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static float[] mean(List<float[]> vectors) {
    float[] mean = new float[vectors.getFirst().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  private static float[] less(float[] vector, float[] mean) {
    float[] x = new float[mean.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = vector[i] - mean[i];
    }
    return x;
  }
}
