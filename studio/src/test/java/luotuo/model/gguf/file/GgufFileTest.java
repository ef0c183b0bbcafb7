package luotuo.model.gguf.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import luotuo.job.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {
  private static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED;

  @TempDir Path folder;

  private Path written() {
    Path file = folder.resolve("m.gguf");
    new GgufWriter()
        .text("general.name", "骆驼")
        .integer("a.whole", 3)
        .number("a.part", 0.5f)
        .flag("a.yes", true)
        .texts("a.words", "x", "", "驼")
        .integers("a.wholes", 1, -2)
        .numbers("a.parts", 0.25f)
        .tensor("w", TensorType.F32, 3, 2, new float[] {1, 2, 3, 4, 5, 6})
        .tensor("q", TensorType.Q8_0, 32, 1, new float[32])
        .write(file);
    return file;
  }

  @Test
  void whatWasWrittenIsRead() {
    try (GgufFile file = GgufFile.open(written())) {
      Metadata metadata = file.metadata();
      assertEquals("骆驼", metadata.text("general.name").orElseThrow());
      assertEquals(3, metadata.integer("a.whole").orElseThrow());
      assertEquals(0.5, metadata.number("a.part").orElseThrow());
      assertEquals(true, metadata.flag("a.yes", false));
      assertArrayEquals(new String[] {"x", "", "驼"}, metadata.texts("a.words").orElseThrow());
      assertArrayEquals(new long[] {1, -2}, metadata.integers("a.wholes").orElseThrow());
      assertEquals(List.of("w", "q"), List.copyOf(file.tensors().keySet()));
      Tensor w = file.tensor("w");
      assertEquals(3, w.columns());
      assertEquals(2, w.rows());
      assertEquals(6, w.data().getAtIndex(F32, 5));
      assertEquals(34, file.tensor("q").data().byteSize());
    }
  }

  @Test
  void aWrongKindOfValueIsAFailure() {
    try (GgufFile file = GgufFile.open(written())) {
      Failure failure = assertThrows(Failure.class, () -> file.metadata().integer("general.name"));
      assertEquals("model.gguf.key", failure.problem().key());
      assertEquals(
          "model.gguf.missing",
          assertThrows(Failure.class, () -> file.tensor("none")).problem().key());
    }
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    assertEquals("model.gguf.foreign", refused("not a model".getBytes(StandardCharsets.UTF_8)));
    assertEquals("model.gguf.foreign", refused(new byte[0]));
    assertEquals(
        "model.gguf.version",
        refused("GGUF\7\0\0\0 and more that is of no matter".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    for (int length = 8; length < whole.length - 34; length += 3) {
      refused(Arrays.copyOf(whole, length));
    }
  }

  private String refused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("bad.gguf"), bytes);
    return assertThrows(Failure.class, () -> GgufFile.open(file).close()).problem().key();
  }
}
