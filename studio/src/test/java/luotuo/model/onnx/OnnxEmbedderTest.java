package luotuo.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luotuo.job.Failure;
import luotuo.model.TokenVectors.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {
  private static final String TEXT = "春日喜欢Ｂaseball";

  @Test
  void everyTokenHasAVectorAndItsPlaceInTheText() {
    var tokens = OnnxEmbedders.CHINESE.tokens(List.of(TEXT, " "));
    assertEquals(
        List.of(
            new Token("春", 0, 1),
            new Token("日", 1, 2),
            new Token("喜", 2, 3),
            new Token("欢", 3, 4),
            new Token("base", 4, 8),
            new Token("##ball", 8, 12)),
        tokens.get(0).tokens());
    for (float[] row : tokens.get(0).vectors()) {
      assertEquals(512, row.length);
      assertEquals(1, squares(row), 1e-5);
    }
    assertEquals(0, tokens.get(1).vectors().length);
  }

  @Test
  void twoThreadsGiveTheSameVectors() {
    try (var two = OnnxEmbedder.chinese(OnnxEmbedders.OPTIONS.withThreads(2))) {
      assertArrayEquals(vector(OnnxEmbedders.CHINESE), vector(two), 1e-6f);
    }
  }

  @Test
  void itMayLoadInTheBackground() {
    try (var warm = OnnxEmbedder.chinese(OnnxEmbedders.OPTIONS).warm()) {
      assertArrayEquals(vector(OnnxEmbedders.CHINESE), vector(warm));
    }
  }

  @Test
  void filesThatAreNoModelAreAFailureAtTheFirstUse(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("tokenizer.json"), "{\"model\":{}}");
    var notVocabulary = OnnxEmbedder.of("mine", file, file, OnnxEmbedders.OPTIONS).warm();
    var missing =
        OnnxEmbedder.of("mine", file, folder.resolve("none"), OnnxEmbedders.OPTIONS).warm();
    for (var embedder : List.of(notVocabulary, missing)) {
      var failure = assertThrows(Failure.class, embedder::dimensions);
      assertEquals("model.unreadable", failure.problem().key());
      assertEquals("mine", failure.problem().arguments().getFirst());
      embedder.close();
    }
  }

  @Test
  void otherFilesAreReadToo() throws IOException {
    var folder = OnnxEmbedders.OPTIONS.folder();
    var model = Packed.of("bge-small-zh-v1.5-q.onnx").unpack(folder, ".onnx");
    var tokenizer = Packed.of("bge-small-zh-v1.5-q-tokenizer.json").unpack(folder, ".json");
    try (var same = OnnxEmbedder.of("mine", model, tokenizer, OnnxEmbedders.OPTIONS)) {
      assertEquals(512, same.dimensions());
      assertArrayEquals(vector(OnnxEmbedders.CHINESE), vector(same));
    }
  }

  @Test
  void leavingTheProgramDoesNotFreeTheEnvironmentUnderRunningTexts() {
    vector(OnnxEmbedders.CHINESE);
    assertTrue(Environment.isKept(), "another onnxruntime? See Environment.keep");
  }

  @Test
  void dialsHaveRanges() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> OnnxEmbedders.OPTIONS.withThreads(0));
    assertEquals("threads must be 1 to 64, not 0", e.getMessage());
  }

  private static float[] vector(OnnxEmbedder embedder) {
    return embedder.embed(List.of(TEXT)).getFirst();
  }

  private static double squares(float[] row) {
    double sum = 0;
    for (float x : row) {
      sum += (double) x * x;
    }
    return sum;
  }
}
