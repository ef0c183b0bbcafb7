package luotuo.model.gguf.file;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in a header, reading it ends soon: it is understood, or fails in one sentence.
class HeaderFuzzTest {
  private static final Duration BUDGET = Duration.ofMinutes(30);
  private static final long[] ODD = {
    0,
    1,
    2,
    7,
    8,
    31,
    32,
    255,
    256,
    65535,
    1L << 31,
    (1L << 31) - 1,
    1L << 32,
    1L << 40,
    1L << 62,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1,
    -2
  };

  @TempDir Path folder;

  @Test
  void everyMutatedHeaderIsReadOrRefused() throws IOException {
    int count = Integer.getInteger("luotuo.fuzz.gguf", 2000);
    long seed = Long.getLong("luotuo.fuzz.seed", 20261124L);
    System.out.println("gguf fuzz: " + count + " headers, -Dluotuo.fuzz.seed=" + seed);
    byte[] sound = sound();
    SplittableRandom random = new SplittableRandom(seed);
    int understood =
        assertTimeoutPreemptively(
            BUDGET,
            () -> {
              int read = 0;
              for (int i = 0; i < count; i++) {
                read += read(mutated(sound, random), "seed " + seed + ", header " + i);
              }
              return read;
            });
    System.out.println("gguf fuzz: " + understood + " were still sound");
    assertTrue(understood > 0 && understood < count, "of " + count + " " + understood);
  }

  private static int read(byte[] bytes, String where) {
    try {
      MemorySegment segment = MemorySegment.ofArray(bytes);
      Header header = Header.read("m.gguf", segment);
      for (Entry entry : header.entries().values()) {
        assertTrue(entry.offset() >= 0 && entry.offset() <= bytes.length, where);
      }
      return 1;
    } catch (Failure e) {
      assertTrue(e.problem().key().startsWith("model.gguf."), where + ": " + e.problem());
      return 0;
    } catch (RuntimeException e) {
      throw new AssertionError(where, e);
    }
  }

  private byte[] sound() throws IOException {
    Path file = folder.resolve("m.gguf");
    new GgufWriter()
        .text("general.architecture", "llama")
        .integer("llama.block_count", 1)
        .number("llama.attention.layer_norm_rms_epsilon", 1e-5f)
        .flag("tokenizer.ggml.add_bos_token", true)
        .texts("tokenizer.ggml.tokens", "a", "b", "骆驼", "")
        .numbers("tokenizer.ggml.scores", 0, -1, -2, -3)
        .integers("tokenizer.ggml.token_type", 1, 1, 1, 3)
        .tensor("token_embd.weight", TensorType.F32, 4, 4, new float[16])
        .tensor("output_norm.weight", TensorType.F16, 4, 1, new float[4])
        .tensor("blk.0.attn_q.weight", TensorType.Q8_0, 32, 2, new float[64])
        .write(file);
    return Files.readAllBytes(file);
  }

  /// One to six changes: bytes, counts, cuts, pieces twice or elsewhere.
  private static byte[] mutated(byte[] sound, SplittableRandom random) {
    byte[] bytes = sound.clone();
    int changes = random.nextInt(1, 7);
    for (int i = 0; i < changes && bytes.length > 16; i++) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> put(bytes, at, ODD[random.nextInt(ODD.length)], 8);
      case 3 -> put(bytes, at, ODD[random.nextInt(ODD.length)], 4);
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      default -> {
        int length = Math.min(random.nextInt(1, 64), bytes.length - at);
        System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
      }
    }
    return bytes;
  }

  private static void put(byte[] bytes, int at, long value, int size) {
    for (int i = 0; i < size && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
