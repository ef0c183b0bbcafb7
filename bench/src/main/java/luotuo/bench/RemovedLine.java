package luotuo.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import luotuo.corpus.Options;
import luotuo.corpus.Scene;
import luotuo.corpus.Transcripts;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.memory.Memory;
import luotuo.memory.Query;
import luotuo.memory.Recall;
import luotuo.memory.Words;
import luotuo.model.Embedder;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;

/// Which scene does a removed line belong to? One line is taken out of each of a hundred scenes,
/// and its words are looked for in all of them.
///
/// Arguments: folders of the ChatHaruhi collection, parted by commas; a seed; `answering` for the
/// embedder that was taught what answers a question.
final class RemovedLine {
  private static final int SCENES = 100;

  public static void main(String[] args) throws Exception {
    Path corpora = Path.of(System.getProperty("corpora", "../shared/corpora/chatharuhi"));
    long seed = Long.parseLong(args[1]);
    System.out.println("seed " + seed);
    Path work = Files.createTempDirectory("removed-line");
    OnnxOptions options = OnnxOptions.in(work.resolve("models"));
    boolean taught = args.length > 2 && args[2].equals("answering");
    try (Embedder embedder =
        taught ? OnnxEmbedder.answering(options) : OnnxEmbedder.chinese(options)) {
      for (Words words : List.of(Words.BIGRAMS, Words.SEGMENTED)) {
        measure(args[0], seed, corpora, work.resolve(words.name()), embedder, words);
      }
    }
  }

  private record Removed(Scene scene, String line, String speaker) {}

  private static void measure(
      String folders, long seed, Path corpora, Path work, Embedder embedder, Words words) {
    Map<String, int[]> found = new LinkedHashMap<>();
    int queries = 0;
    for (String folder : folders.split(",")) {
      Random random = new Random(seed);
      List<Scene> all =
          new ArrayList<>(Transcripts.read(corpora.resolve(folder), Options.DEFAULT).scenes());
      java.util.Collections.shuffle(all, random);
      List<Removed> removed = new ArrayList<>();
      List<Scene> kept = new ArrayList<>();
      for (Scene scene : all) {
        if (removed.size() < SCENES) {
          remove(scene, random, removed, kept);
        }
      }
      try (Memory memory =
          Memory.open(kept, work.resolve(folder), embedder, words, Progress.SILENT)) {
        for (Removed r : removed) {
          queries++;
          List<Recall> spans = memory.spans(Query.of(r.line(), 300));
          WAYS.forEach((name, way) -> count(name, ranks(spans, way), r, found));
          List<Recall> withSpeaker =
              memory.spans(new Query(r.line(), 300, Integer.MAX_VALUE, List.of(r.speaker())));
          count("scene sum, speaker present", ranks(withSpeaker, SUM), r, found);
        }
      }
    }
    System.out.printf("%s, %d queries%n", words, queries);
    int n = queries;
    found.forEach(
        (name, c) ->
            System.out.printf(
                "  %-34s first %5.1f %%  in five %5.1f %%%n",
                name, 100.0 * c[0] / n, 100.0 * c[1] / n));
  }

  private static void remove(Scene scene, Random random, List<Removed> removed, List<Scene> kept) {
    List<Integer> said = new ArrayList<>();
    for (int i = 0; i < scene.turns().size(); i++) {
      if (scene.turns().get(i) instanceof Turn.Said s && s.text().length() >= 6) {
        said.add(i);
      }
    }
    if (said.isEmpty() || scene.turns().size() < 3) {
      return;
    }
    int at = said.get(random.nextInt(said.size()));
    Turn.Said line = (Turn.Said) scene.turns().get(at);
    List<Turn> rest = new ArrayList<>(scene.turns());
    rest.remove(at);
    Scene reduced = new Scene(scene.id(), scene.order(), rest);
    removed.add(new Removed(reduced, line.text(), line.speaker()));
    kept.add(reduced);
  }

  private interface Way {
    double score(List<Recall> ofOneScene);
  }

  private static Way best(ToDoubleFunction<Recall> score) {
    return recalls -> recalls.stream().mapToDouble(score).max().orElse(0);
  }

  private static double near(Recall r) {
    return Math.clamp((r.meaning() - 0.2) / 0.8, 0, 1);
  }

  private static ToDoubleFunction<Recall> mix(double meaning) {
    return r -> meaning * near(r) + (1 - meaning) * r.words();
  }

  private static Way sum(int most, double decay, ToDoubleFunction<Recall> score) {
    return recalls -> {
      double[] scores = recalls.stream().mapToDouble(score).sorted().toArray();
      double total = 0;
      double weight = 1;
      for (int i = scores.length - 1; i >= Math.max(0, scores.length - most); i--) {
        total += weight * scores[i];
        weight *= decay;
      }
      return total;
    };
  }

  private static final Way SUM = sum(4, 0.5, mix(0.6));

  private static final Map<String, Way> WAYS = new LinkedHashMap<>();

  static {
    WAYS.put("words", best(Recall::words));
    WAYS.put("meaning", best(Recall::meaning));
    for (double m : new double[] {0.4, 0.5, 0.6, 0.7, 0.8}) {
      WAYS.put("best span, meaning " + m, best(mix(m)));
      WAYS.put(
          "windows, meaning " + m,
          r -> best(mix(m)).score(r.stream().filter(x -> x.span().isWindow()).toList()));
      WAYS.put("sum of 3, meaning " + m, sum(3, 0.5, mix(m)));
      WAYS.put("sum of 6, meaning " + m, sum(6, 0.7, mix(m)));
    }
  }

  private static List<String> ranks(List<Recall> spans, Way way) {
    Map<String, List<Recall>> byScene = new LinkedHashMap<>();
    spans.forEach(r -> byScene.computeIfAbsent(r.scene().id(), _ -> new ArrayList<>()).add(r));
    return byScene.entrySet().stream()
        .sorted((a, b) -> Double.compare(way.score(b.getValue()), way.score(a.getValue())))
        .map(Map.Entry::getKey)
        .limit(5)
        .toList();
  }

  private static void count(
      String way, List<String> ranked, Removed removed, Map<String, int[]> found) {
    int[] counts = found.computeIfAbsent(way, _ -> new int[2]);
    int at = ranked.indexOf(removed.scene().id());
    counts[0] += at == 0 ? 1 : 0;
    counts[1] += at >= 0 ? 1 : 0;
  }
}
