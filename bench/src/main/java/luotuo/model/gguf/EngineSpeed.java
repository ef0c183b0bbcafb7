package luotuo.model.gguf;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import luotuo.model.gguf.file.GgufFile;
import luotuo.model.gguf.kernel.Kernels;

/// The engine's tokens per CPU-second, of the whole process with all threads, as
/// `bench/reference/llama_speed.py` measures llama.cpp's.
///
/// `prompt`: 512 tokens, logits of the last alone. `decode`: 64 tokens one by one after 128 others.
/// Some passes warm up (the JIT compiles), then each round measures both. The tokens are arbitrary:
/// number n is 7919 · (n + 1) mod the size of the vocabulary. It stands in this package because the
/// decoder is not public. Arguments: a file, threads, rounds.
final class EngineSpeed {
  private static final int PROMPT = 512;
  private static final int DEPTH = 128;
  private static final int DECODE = 64;
  private static final int WARM = 4;

  private final Decoder decoder;
  private final Architecture shape;
  private final int[] tokens = new int[PROMPT];

  private EngineSpeed(Decoder decoder, Architecture shape) {
    this.decoder = decoder;
    this.shape = shape;
    for (int n = 0; n < PROMPT; n++) {
      tokens[n] = (int) (7919L * (n + 1) % shape.vocabulary());
    }
  }

  public static void main(String[] args) {
    Path path = Path.of(args[0]);
    int threads = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    long began = System.nanoTime();
    try (var file = GgufFile.open(path);
        var kernels = Kernels.start(threads)) {
      Architecture shape = Architecture.of(file.metadata());
      Weights weights = new Weights(file, kernels);
      Decoder decoder = new Decoder(file.metadata(), shape, weights, kernels, 1024);
      double open = (System.nanoTime() - began) / 1e9;
      EngineSpeed speed = new EngineSpeed(decoder, shape);
      for (int i = 0; i < WARM; i++) {
        speed.prompt();
        speed.decode();
      }
      double[] prompt = new double[2];
      double[] decode = new double[2];
      for (int i = 0; i < rounds; i++) {
        add(prompt, speed.prompt());
        add(decode, speed.decode());
      }
      System.out.printf(
          Locale.ROOT,
          "{\"engine\":\"luotuo\",\"file\":\"%s\",\"threads\":%d,\"rounds\":%d,\"openSeconds\":%.3f,"
              + "\"prompt\":%.1f,\"promptPerSecond\":%.1f,\"decode\":%.1f,\"decodePerSecond\":%.1f}%n",
          path.getFileName(),
          threads,
          rounds,
          open,
          PROMPT * rounds / prompt[0],
          PROMPT * rounds / prompt[1],
          DECODE * rounds / decode[0],
          DECODE * rounds / decode[1]);
    }
  }

  private static void add(double[] sum, double[] more) {
    sum[0] += more[0];
    sum[1] += more[1];
  }

  private double[] prompt() {
    Conversation conversation = new Conversation(shape, 1024);
    return timed(() -> read(conversation, PROMPT));
  }

  private double[] decode() {
    Conversation conversation = new Conversation(shape, 1024);
    read(conversation, DEPTH);
    return timed(
        () -> {
          for (int i = 0; i < DECODE; i++) {
            decoder.forward(conversation, tokens, DEPTH + i, 1, 1);
          }
        });
  }

  private void read(Conversation conversation, int count) {
    for (int at = 0; at < count; at += Decoder.BATCH) {
      int now = Math.min(Decoder.BATCH, count - at);
      decoder.forward(conversation, tokens, at, now, at + now == count ? 1 : 0);
    }
  }

  /// CPU-seconds and seconds.
  private static double[] timed(Runnable work) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long clock = System.nanoTime();
    work.run();
    return new double[] {
      (system.getProcessCpuTime() - cpu) / 1e9, (System.nanoTime() - clock) / 1e9
    };
  }
}
