package luotuo.model.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedTest {
  private static final String TOKENIZER = "bge-small-zh-v1.5-q-tokenizer.json";

  @TempDir Path folder;

  @Test
  void aResourceIsUnpackedOnceUnderItsChecksum() throws IOException {
    var packed = Packed.of(TOKENIZER);
    var file = packed.unpack(folder.resolve("a/b"), ".json");
    assertTrue(file.getFileName().toString().contains(packed.checksum()), file.toString());
    Files.writeString(file, "kept");
    assertEquals(file, packed.unpack(folder.resolve("a/b"), ".json"));
    assertEquals("kept", Files.readString(file));
  }

  @Test
  void whatFailsLeavesNothing() throws IOException {
    var packed = Packed.of(TOKENIZER);
    assertThrows(
        IllegalStateException.class,
        () ->
            packed.unpack(
                folder,
                ".json",
                bytes -> {
                  throw new IllegalStateException();
                }));
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aMissingResourceIsNamed() {
    var e = assertThrows(FileNotFoundException.class, () -> Packed.of("none.onnx"));
    assertEquals("none.onnx on the class path", e.getMessage());
  }
}
