package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import luotuo.memory.Memory;
import luotuo.model.Embedder;
import luotuo.model.KnownVectors;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vectors that ship are those of what is indexed now; `luotuo.bench.AskedVectors` makes them.
class ShippedVectorsTest {
  @TempDir Path folder;

  @Test
  void nothingIsLeftToBeEmbedded() {
    Path shipped = Path.of(System.getProperty("luotuo.root", ".."), "personas", "李鲁鲁");
    Persona persona = PersonaFolder.read(shipped);
    List<String> texts = Memory.texts(persona.scenes(), Cues.of(persona));
    assertFalse(texts.isEmpty());
    try (Embedder chinese = OnnxEmbedder.chinese(OnnxOptions.in(folder.resolve("models")))) {
      KnownVectors known = new KnownVectors(chinese, shipped.resolve(KnownVectors.FILE));
      assertEquals(List.of(), texts.stream().filter(text -> !known.knows(text)).toList());
    }
  }
}
