package luotuo.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;

/// CPU time from nothing to the first vector in a fresh JVM; the second run finds all unpacked.
///
///     java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
///         -cp bench/target/classes:$(cat bench/target/cp) luotuo.bench.EmbeddingStart
public final class EmbeddingStart {
  private EmbeddingStart() {}

  public static void main(String[] arguments) {
    long before = cpu();
    try (var embedder = OnnxEmbedder.chinese(OnnxOptions.in(Path.of("bench/target/onnx")))) {
      embedder.embed(List.of("你还记得我们第一次见面的那天吗？"));
    }
    new PrintStream(System.out, true, UTF_8)
        .printf("JVM %d ms, first vector %d ms more%n", before, cpu() - before);
  }

  private static long cpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1_000_000;
  }
}
