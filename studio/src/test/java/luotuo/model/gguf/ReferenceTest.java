package luotuo.model.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import luotuo.model.gguf.RandomFixture.Prompt;
import luotuo.model.gguf.RandomFixture.Reading;
import luotuo.model.gguf.RandomFixture.Top;
import luotuo.model.gguf.file.GgufFile;
import luotuo.model.gguf.file.TensorType;
import luotuo.model.gguf.kernel.Kernels;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// For every family and every form of weights, the log-probabilities are those of llama.cpp on the
/// same file.
class ReferenceTest {
  static Stream<RandomFixture> fixtures() {
    return RandomFixture.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void sayWhatLlamaCppSays(RandomFixture fixture, @TempDir Path folder) throws IOException {
    Path path = fixture.model().write(folder.resolve("model.gguf"));
    try (var file = GgufFile.open(path);
        var kernels = Kernels.start(2)) {
      Architecture shape = Architecture.of(file.metadata());
      Weights weights = new Weights(file, kernels);
      Decoder decoder = new Decoder(file.metadata(), shape, weights, kernels, shape.context());
      double off = 0;
      for (Prompt prompt : fixture.prompts()) {
        for (int batch : new int[] {1, 7, Decoder.BATCH}) {
          float[] logits = logits(decoder, shape, prompt.ids(), batch);
          off = Math.max(off, farthest(logits, shape.vocabulary(), prompt));
        }
      }
      System.out.println(fixture + " off by " + off + ", gap " + fixture.gap());
      assertEquals(0, off, fixture.form() == TensorType.F32 ? 1e-3 : 0.05, fixture.toString());
    }
  }

  private static float[] logits(Decoder decoder, Architecture shape, int[] tokens, int batch) {
    int size = shape.vocabulary();
    Conversation conversation = new Conversation(shape, shape.context());
    float[] all = new float[tokens.length * size];
    float[] some = new float[Decoder.LOGITS * size];
    for (int at = 0; at < tokens.length; at += batch) {
      int count = Math.min(batch, tokens.length - at);
      decoder.forward(conversation, tokens, at, count, count);
      for (int done = 0; done < count; done += Decoder.LOGITS) {
        int now = Math.min(Decoder.LOGITS, count - done);
        decoder.logits(done, now, some);
        System.arraycopy(some, 0, all, (at + done) * size, now * size);
      }
    }
    return all;
  }

  /// The largest difference from what llama.cpp says without rounding activations.
  private static double farthest(float[] logits, int size, Prompt prompt) {
    Reading exact = prompt.exact();
    double off = 0;
    for (int i = 0; i + 1 < prompt.ids().length; i++) {
      double found = Likelihood.of("tiny", logits, i * size, size, prompt.ids()[i + 1]);
      off = Math.max(off, Math.abs(found - exact.next()[i]));
    }
    for (Top top : exact.top()) {
      for (int k = 0; k < top.ids().length; k++) {
        double found = Likelihood.of("tiny", logits, top.at() * size, size, top.ids()[k]);
        off = Math.max(off, Math.abs(found - top.logProbabilities()[k]));
      }
    }
    return off;
  }
}
