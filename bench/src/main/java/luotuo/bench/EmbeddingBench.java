package luotuo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import luotuo.bench.EmbeddingQuality.Embedding;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;

/// Texts per second of CPU time for bge-small-zh-v1.5: ours in int8 and FP32 and LangChain4j's
/// wrapper, on the same texts; and what int8 costs in quality. CPU time is the whole process's.
///
///     mvn -q -B -pl bench -am compile dependency:build-classpath -Dmdep.outputFile=target/cp
///     java --enable-native-access=ALL-UNNAMED -cp bench/target/classes:$(cat bench/target/cp) \
///         luotuo.bench.EmbeddingBench ../shared/corpora/chatharuhi
public final class EmbeddingBench {
  private static final int LINES = 1000;
  private static final int SCENES = 300;
  private static final double SECONDS = 5;

  private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

  private EmbeddingBench() {}

  public static void main(String[] arguments) throws IOException {
    var texts = EmbeddingTexts.read(Path.of(arguments[0]));
    var options = OnnxOptions.in(Path.of("bench/target/onnx"));
    try (var int8 = OnnxEmbedder.chinese(options);
        var fp32 = fp32(options);
        var two = OnnxEmbedder.chinese(options.withThreads(2))) {
      var wrapper = new BgeSmallZhV15EmbeddingModel();
      Embedding oneByOne =
          all -> all.stream().map(t -> wrapper.embed(t).content().vector()).toList();
      Embedding together =
          all ->
              wrapper.embedAll(all.stream().map(TextSegment::from).toList()).content().stream()
                  .map(embedding -> embedding.vector())
                  .toList();
      var lines = texts.lines(LINES);
      var scenes = texts.whole(SCENES);
      OUT.printf(
          "mean tokens: lines %.1f, scenes %.1f%n", tokens(int8, lines), tokens(int8, scenes));
      OUT.println("| texts per CPU-second (per second) | lines | scenes |\n| --- | --- | --- |");
      speed("ours, int8", int8::embed, lines, scenes);
      speed("ours, int8, two threads", two::embed, lines, scenes);
      speed("ours, FP32", fp32::embed, lines, scenes);
      speed("LangChain4j, FP32, one by one", oneByOne, lines, scenes);
      speed("LangChain4j, FP32, all at once", together, lines, scenes);
      var agreement = EmbeddingQuality.agreement(int8.embed(lines), fp32.embed(lines));
      OUT.println("int8 against FP32, " + lines.size() + " lines: " + agreement);
      OUT.println("removed line → scene, int8: " + EmbeddingQuality.recall(texts, int8::embed));
      OUT.println("removed line → scene, FP32: " + EmbeddingQuality.recall(texts, fp32::embed));
    }
    System.exit(0); // the wrapper leaves threads behind
  }

  private static void speed(String name, Embedding e, List<String> lines, List<String> scenes) {
    OUT.printf("| %s | %s | %s |%n", name, rate(e, lines), rate(e, scenes));
  }

  /// All texts, again and again, for five CPU-seconds after one for warming up.
  private static String rate(Embedding embedding, List<String> texts) {
    for (long start = cpu(); cpu() - start < 1e9; ) {
      embedding.embed(texts.subList(0, 50));
    }
    long cpu = cpu();
    long wall = System.nanoTime();
    long done = 0;
    for (; cpu() - cpu < SECONDS * 1e9; done += 100) {
      int from = (int) (done % (texts.size() / 100 * 100));
      embedding.embed(texts.subList(from, from + 100));
    }
    return "%.0f (%.0f)"
        .formatted(done * 1e9 / (cpu() - cpu), done * 1e9 / (System.nanoTime() - wall));
  }

  private static double tokens(OnnxEmbedder embedder, List<String> texts) {
    return embedder.tokens(texts).stream().mapToInt(t -> t.tokens().size()).average().orElse(0);
  }

  private static OnnxEmbedder fp32(OnnxOptions options) throws IOException {
    var model = unpack("bge-small-zh-v1.5.onnx", options.folder());
    var tokenizer = unpack("bge-small-zh-v1.5-tokenizer.json", options.folder());
    return OnnxEmbedder.of("bge-small-zh-v1.5-fp32", model, tokenizer, options);
  }

  private static Path unpack(String resource, Path folder) throws IOException {
    var file = Files.createDirectories(folder).resolve(resource);
    try (var in = EmbeddingBench.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
