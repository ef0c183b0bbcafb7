package luotuo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import luotuo.bench.EmbeddingTexts.Scene;

/// What an embedding is good for: does a removed line find its scene, and do two embeddings agree?
final class EmbeddingQuality {
  private static final int SCENES = 100;
  private static final int SHORTEST_QUERY = 6;

  private EmbeddingQuality() {}

  /// Many texts to one vector each.
  interface Embedding {
    List<float[]> embed(List<String> texts);
  }

  /// @param at1 share of queries whose scene comes first
  /// @param at5 share of queries whose scene is among the first five
  record Recall(int queries, double at1, double at5) {}

  /// Which of a folder's 100 scenes does a line belong to that was removed from it?
  static Recall recall(EmbeddingTexts texts, Embedding embedding) {
    var ranks = new ArrayList<Integer>();
    for (String folder : EmbeddingTexts.FOLDERS) {
      var scenes = texts.of(folder, SCENES);
      var whole = embedding.embed(scenes.stream().map(Scene::text).toList());
      var random = new Random(EmbeddingTexts.SEED);
      for (int i = 0; i < scenes.size(); i++) {
        int removed = random.nextInt(scenes.get(i).lines().size());
        var query = EmbeddingTexts.said(scenes.get(i).lines().get(removed));
        if (query.length() >= SHORTEST_QUERY) {
          var two = embedding.embed(List.of(query, scenes.get(i).without(removed).text()));
          ranks.add(rank(i, two.get(0), two.get(1), whole));
        }
      }
    }
    int n = ranks.size();
    return new Recall(n, share(ranks, 1) / n, share(ranks, 5) / n);
  }

  /// @return how many of the other scenes are nearer to the query than its own
  private static int rank(int own, float[] query, float[] rest, List<float[]> whole) {
    double score = dot(query, rest);
    return (int)
        IntStream.range(0, whole.size())
            .filter(i -> i != own && dot(query, whole.get(i)) > score)
            .count();
  }

  private static double share(List<Integer> ranks, int first) {
    return ranks.stream().filter(rank -> rank < first).count();
  }

  /// @param mean cosine of a text's two vectors
  /// @param least such cosine
  /// @param neighbour share of texts whose nearest other text is the same one in both
  record Agreement(double mean, double least, double neighbour) {}

  static Agreement agreement(List<float[]> a, List<float[]> b) {
    int n = a.size();
    var cosines = IntStream.range(0, n).mapToDouble(i -> dot(a.get(i), b.get(i)));
    var statistics = cosines.summaryStatistics();
    long same = IntStream.range(0, n).filter(i -> nearest(i, a) == nearest(i, b)).count();
    return new Agreement(statistics.getAverage(), statistics.getMin(), (double) same / n);
  }

  private static int nearest(int i, List<float[]> vectors) {
    int best = i == 0 ? 1 : 0;
    for (int j = 0; j < vectors.size(); j++) {
      if (j != i && dot(vectors.get(i), vectors.get(j)) > dot(vectors.get(i), vectors.get(best))) {
        best = j;
      }
    }
    return best;
  }

  private static double dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
