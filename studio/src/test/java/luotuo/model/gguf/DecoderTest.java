package luotuo.model.gguf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import luotuo.job.Cancelled;
import luotuo.model.gguf.file.GgufFile;
import luotuo.model.gguf.kernel.Kernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a decoder of every family keeps, on tiny random weights.
class DecoderTest {
  private static final float NEAR = 2e-3f;

  @TempDir Path folder;

  /// A decoder, opened.
  private record Opened(GgufFile file, Kernels kernels, Architecture shape, Decoder decoder)
      implements AutoCloseable {
    static Opened of(Path path, Kernels kernels) {
      GgufFile file = GgufFile.open(path);
      Architecture shape = Architecture.of(file.metadata());
      Weights weights = new Weights(file, kernels);
      Decoder decoder = new Decoder(file.metadata(), shape, weights, kernels, shape.context());
      weights.refuseOthers();
      return new Opened(file, kernels, shape, decoder);
    }

    Conversation conversation() {
      return new Conversation(shape, shape.context());
    }

    float[] logits(Conversation conversation, int[] tokens, int batch) {
      for (int at = 0; at < tokens.length; at += batch) {
        int count = Math.min(batch, tokens.length - at);
        decoder.forward(conversation, tokens, at, count, at + count == tokens.length ? 1 : 0);
      }
      return decoder.logits().clone();
    }

    @Override
    public void close() {
      kernels.close();
      file.close();
    }
  }

  private static int[] tokens(int count, long seed, Architecture shape) {
    return new SplittableRandom(seed).ints(count, 0, shape.vocabulary()).toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "minicpm", "qwen2", "qwen3", "gemma3"})
  void inBatchesOrOneByOneIsTheSame(String family) {
    Path path = TinyFile.of(family, 11).write(folder);
    try (var one = Opened.of(path, Kernels.scalar(1));
        var many = Opened.of(path, Kernels.start(2))) {
      int[] tokens = tokens(200, 12, one.shape());
      float[] alone = one.logits(one.conversation(), tokens, 1);
      for (int batch : new int[] {1, 3, 16, 64}) {
        assertArrayEquals(alone, many.logits(many.conversation(), tokens, batch), NEAR);
      }
      assertTrue(spread(alone) > 0.5, "logits differ: " + spread(alone));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "minicpm", "qwen2", "qwen3", "gemma3"})
  void everyPositionOfABatchHasItsLogits(String family) {
    try (var opened = Opened.of(TinyFile.of(family, 13).write(folder), Kernels.start(1))) {
      int[] tokens = tokens(40, 14, opened.shape());
      int size = opened.shape().vocabulary();
      Conversation all = opened.conversation();
      opened.decoder().forward(all, tokens, 0, 30, 0);
      opened.decoder().forward(all, tokens, 30, 10, 7);
      float[] found = new float[7 * size];
      opened.decoder().logits(0, 7, found);
      for (int i = 0; i < 7; i++) {
        int[] until = Arrays.copyOf(tokens, 34 + i);
        assertArrayEquals(
            opened.logits(opened.conversation(), until, 8),
            Arrays.copyOfRange(found, i * size, (i + 1) * size),
            NEAR,
            "position " + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama", "gemma3"})
  void aConversationCutOrCopiedGoesOnAsANewOne(String family) {
    try (var opened = Opened.of(TinyFile.of(family, 15).write(folder), Kernels.start(1))) {
      int[] tokens = tokens(150, 16, opened.shape());
      int[] others = tokens.clone();
      Arrays.setAll(others, i -> i < 70 ? tokens[i] : (tokens[i] + 1) % 256);
      float[] expected = opened.logits(opened.conversation(), others, 64);

      Conversation conversation = opened.conversation();
      float[] first = opened.logits(conversation, tokens, 64);
      assertEquals(70, conversation.common(others));
      Conversation fork = conversation.fork(70);
      int[] rest = Arrays.copyOfRange(others, 70, 150);
      assertArrayEquals(expected, opened.logits(fork, rest, 64), NEAR);
      conversation.cut(70);
      assertEquals(2, conversation.pages());
      assertArrayEquals(expected, opened.logits(conversation, rest, 64), NEAR);
      assertFalse(Arrays.equals(first, expected));
    }
  }

  @Test
  void aWindowForgetsWhatIsFarWhereNoLayerSeesAll() {
    // a pattern of seven leaves no layer of six that sees everything
    Path path = TinyFile.of("gemma3", 17).dial("attention.sliding_window_pattern", 8).write(folder);
    try (var opened = Opened.of(path, Kernels.start(1))) {
      // seven layers with a window of nine see 7 · 8 positions back
      int[] tokens = tokens(80, 18, opened.shape());
      int[] far = tokens.clone();
      far[80 - 1 - 57] = (far[80 - 1 - 57] + 1) % 256;
      int[] near = tokens.clone();
      near[80 - 1 - 8] = (near[80 - 1 - 8] + 1) % 256;
      float[] expected = opened.logits(opened.conversation(), tokens, 64);
      assertArrayEquals(expected, opened.logits(opened.conversation(), far, 64), 1e-6f);
      float[] other = opened.logits(opened.conversation(), near, 64);
      assertTrue(distance(expected, other) > 1e-3);
    }
  }

  @Test
  void positionsMatterAndOnlyWhatIsBehindIsSeen() {
    try (var opened = Opened.of(TinyFile.of("llama", 19).write(folder), Kernels.start(1))) {
      float[] ab = opened.logits(opened.conversation(), new int[] {1, 2, 3}, 3);
      float[] ba = opened.logits(opened.conversation(), new int[] {2, 1, 3}, 3);
      assertTrue(distance(ab, ba) > 1e-2);
    }
  }

  @Test
  void anInterruptLeavesTheConversationAsItWas() {
    try (var opened = Opened.of(TinyFile.of("llama", 22).write(folder), Kernels.start(2))) {
      int[] tokens = tokens(100, 23, opened.shape());
      Conversation conversation = opened.conversation();
      opened.decoder().forward(conversation, tokens, 0, 50, 0);
      Thread.currentThread().interrupt();
      assertThrows(
          Cancelled.class, () -> opened.decoder().forward(conversation, tokens, 50, 50, 1));
      assertEquals(50, conversation.length());
      opened.decoder().forward(conversation, tokens, 50, 50, 1);
      float[] after = opened.decoder().logits().clone();
      assertArrayEquals(after, opened.logits(opened.conversation(), tokens, 50), NEAR);
    }
  }

  private static double spread(float[] x) {
    var statistics = new java.util.DoubleSummaryStatistics();
    for (float one : x) {
      statistics.accept(one);
    }
    return statistics.getMax() - statistics.getMin();
  }

  private static double distance(float[] a, float[] b) {
    double most = 0;
    for (int i = 0; i < a.length; i++) {
      most = Math.max(most, Math.abs(a[i] - b[i]));
    }
    return most;
  }
}
