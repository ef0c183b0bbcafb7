package luotuo.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells which scene a question asks for, taught with the scenes' cues: a linear classifier over
/// the vectors of texts, by ridge regression on one column a scene, 1 where the cue is the scene's.
///
/// The nearest cue is one wording among many; this weighs what all wordings of a scene have in
/// common against what tells them from those of every other.
final class CueClassifier {
  /// What is added to the diagonal: the weight of a small answer against a true one.
  private static final double RIDGE = 1;

  /// Scene to its row: what it gets for the mean text, then one weight a dimension.
  private final Map<String, float[]> rows;

  private final float[] mean;

  private CueClassifier(float[] mean, Map<String, float[]> rows) {
    this.mean = mean;
    this.rows = rows;
  }

  /// @param cues at least one
  /// @param vectors one for each cue, all of a length
  static CueClassifier teach(List<Span> cues, List<float[]> vectors) {
    float[] mean = mean(vectors);
    Map<String, Sum> sums = new LinkedHashMap<>();
    double[][] products = new double[mean.length][mean.length];
    for (int i = 0; i < cues.size(); i++) {
      double[] x = less(vectors.get(i), mean);
      sums.computeIfAbsent(cues.get(i).scene().id(), _ -> new Sum(x.length)).add(x);
      for (int r = 0; r < x.length; r++) {
        add(x[r], x, products[r], r + 1);
      }
    }
    for (int r = 0; r < mean.length; r++) {
      products[r][r] += RIDGE;
    }
    Cholesky equations = Cholesky.of(products);
    Map<String, float[]> rows = new LinkedHashMap<>();
    sums.forEach((scene, sum) -> rows.put(scene, sum.row(cues.size(), equations)));
    return new CueClassifier(mean, rows);
  }

  /// The vectors of one scene's cues, added up.
  private static final class Sum {
    private final double[] sum;
    private int count;

    Sum(int length) {
      sum = new double[length];
    }

    void add(double[] x) {
      count++;
      CueClassifier.add(1, x, sum, x.length);
    }

    float[] row(int cues, Cholesky equations) {
      double[] weights = equations.solve(sum);
      float[] row = new float[weights.length + 1];
      row[0] = (float) count / cues;
      for (int i = 0; i < weights.length; i++) {
        row[i + 1] = (float) weights[i];
      }
      return row;
    }
  }

  /// Scene to how far the text is taken for one of its cues, about 0 … 1.
  Map<String, Double> pick(float[] vector) {
    Map<String, Double> picked = new LinkedHashMap<>();
    double[] x = less(vector, mean);
    rows.forEach(
        (scene, row) -> {
          double sum = row[0];
          for (int i = 0; i < x.length; i++) {
            sum += row[i + 1] * x[i];
          }
          picked.put(scene, sum);
        });
    return picked;
  }

  /// As numbers: the mean vector, then the row of each scene in the order of the cues.
  void write(Path file) throws IOException {
    int numbers = mean.length + rows.size() * (mean.length + 1);
    ByteBuffer bytes = ByteBuffer.allocate(numbers * Float.BYTES);
    FloatBuffer floats = bytes.asFloatBuffer().put(mean);
    rows.values().forEach(floats::put);
    Files.write(file, bytes.array());
  }

  /// @param cues those that it was taught with
  static CueClassifier read(Path file, List<Span> cues) throws IOException {
    FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
    List<String> scenes = cues.stream().map(cue -> cue.scene().id()).distinct().toList();
    float[] mean = new float[(floats.remaining() - scenes.size()) / (scenes.size() + 1)];
    floats.get(mean);
    Map<String, float[]> rows = new LinkedHashMap<>();
    for (String scene : scenes) {
      float[] row = new float[mean.length + 1];
      floats.get(row);
      rows.put(scene, row);
    }
    return new CueClassifier(mean, rows);
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

  private static double[] less(float[] vector, float[] mean) {
    double[] x = new double[mean.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = vector[i] - mean[i];
    }
    return x;
  }

  private static void add(double weight, double[] x, double[] to, int length) {
    for (int i = 0; i < length; i++) {
      to[i] += weight * x[i];
    }
  }
}
