package luotuo.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import luotuo.corpus.Options;
import luotuo.corpus.Scene;
import luotuo.corpus.Transcripts;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.memory.Memory;
import luotuo.memory.Query;
import luotuo.memory.Words;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;

/// How fast scenes are indexed and how long a recall takes among many of them, the query's
/// embedding within. Arguments: the folder of corpora, how many scenes, a folder to work in.
final class RecallSpeed {
  private static final int QUERIES = 1000;

  public static void main(String[] args) throws Exception {
    Path corpora = Path.of(args[0]);
    int most = Integer.parseInt(args[1]);
    Path work = Path.of(args[2]);
    List<Scene> scenes = scenes(corpora, most);
    Random random = new Random(7);
    try (OnnxEmbedder embedder = OnnxEmbedder.chinese(OnnxOptions.in(work.resolve("models")))) {
      embedder.embed(List.of("热身"));
      long cpu = cpu();
      try (Memory memory =
          Memory.open(scenes, work.resolve("index"), embedder, Words.BIGRAMS, Progress.SILENT)) {
        double seconds = (cpu() - cpu) / 1e9;
        System.out.printf(
            "%d scenes, %d spans, %.1f CPU-s to open: %.0f spans a CPU-second%n",
            scenes.size(), memory.size(), seconds, memory.size() / seconds);
        List<String> queries = queries(scenes, random);
        recall(memory, queries.subList(0, QUERIES / 4));
        double[] millis = recall(memory, queries);
        Arrays.sort(millis);
        System.out.printf(
            "recall of %d queries, seed 7: p50 %.2f ms, p99 %.2f ms, most %.2f ms%n",
            millis.length,
            millis[millis.length / 2],
            millis[millis.length * 99 / 100],
            millis[millis.length - 1]);
      }
    }
  }

  private static double[] recall(Memory memory, List<String> queries) {
    double[] millis = new double[queries.size()];
    for (int i = 0; i < millis.length; i++) {
      long began = System.nanoTime();
      memory.turns(Query.of(queries.get(i), 48));
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    return millis;
  }

  private static List<String> queries(List<Scene> scenes, Random random) {
    List<String> lines = new ArrayList<>();
    for (Scene scene : scenes) {
      for (Turn turn : scene.turns()) {
        if (turn instanceof Turn.Said said
            && said.text().length() >= 6
            && said.text().length() < 60) {
          lines.add(said.text());
        }
      }
    }
    Collections.shuffle(lines, random);
    return lines.subList(0, QUERIES);
  }

  private static List<Scene> scenes(Path corpora, int most) throws Exception {
    List<Scene> scenes = new ArrayList<>();
    try (var folders = Files.list(corpora)) {
      for (Path folder : folders.sorted().toList()) {
        for (Scene scene : Transcripts.read(folder, Options.DEFAULT).scenes()) {
          scenes.add(
              new Scene(folder.getFileName() + "/" + scene.id(), scenes.size(), scene.turns()));
        }
      }
    }
    for (int i = 0; scenes.size() < most; i++) {
      Scene again = scenes.get(i);
      scenes.add(new Scene(again.id() + "~", scenes.size(), again.turns()));
    }
    return scenes.subList(0, most);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
