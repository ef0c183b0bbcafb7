package luotuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import luotuo.model.ChatRequest;
import luotuo.model.Message;
import luotuo.model.Sampling;
import luotuo.model.Usage;
import luotuo.model.gguf.GgufModel;
import luotuo.model.gguf.GgufOptions;

/// What the process takes beyond the mapped file while one conversation fills its context: the peak
/// of its resident memory less what of the file is resident, as Linux tells both. Arguments: a file
/// with a chat template, and the context in tokens.
final class EngineMemory {
  private static final int REPLY = 32;
  private static final int MARKS = 64;
  private static final double MB = 1e6;

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]).toRealPath();
    int context = Integer.parseInt(args[1]);
    try (GgufModel model = GgufModel.open(file, GgufOptions.DEFAULT.withContext(context))) {
      Sampling sampling = Sampling.DEFAULT.withSeed(1).withMaximum(REPLY);
      Message message = Message.user(filling(model, context - REPLY - MARKS));
      Usage usage = model.complete(new ChatRequest(List.of(message), sampling), _ -> {}).usage();
      long peak = kilobytes(Files.lines(Path.of("/proc/self/status")), "VmHWM:");
      long mapped = kilobytes(mapping(file), "Rss:");
      System.out.printf(
          Locale.ROOT,
          "context %d, %d + %d tokens: peak %.0f MB, of the file %.0f MB, beyond it %.0f MB%n",
          context,
          usage.prompt(),
          usage.reply(),
          peak * 1024 / MB,
          mapped * 1024 / MB,
          (peak - mapped) * 1024 / MB);
    }
  }

  private static String filling(GgufModel model, int tokens) {
    String line = "The ferryman saw a heron on the bank and two boats on the river. ";
    int each = model.tokens().count(line);
    return line.repeat(Math.max(1, tokens / each));
  }

  /// The lines of `smaps` behind those that name the file, up to its `Rss`.
  private static Stream<String> mapping(Path file) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/self/smaps"));
    return lines.stream()
        .dropWhile(line -> !line.endsWith(file.toString()))
        .dropWhile(line -> !line.startsWith("Rss:"))
        .limit(1);
  }

  private static long kilobytes(Stream<String> lines, String key) {
    try (lines) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    }
  }
}
