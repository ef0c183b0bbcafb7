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
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The vectors that ship are those of what is indexed now; `luotuo.bench.AskedVectors` makes them.
class ShippedVectorsTest {
  @TempDir Path folder;

  private static Embedder embedder(Language language, OnnxOptions options) {
    return switch (language) {
      case ZH -> OnnxEmbedder.chinese(options);
      case EN -> OnnxEmbedder.english(options);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"李鲁鲁", "Li Lulu"})
  void nothingIsLeftToBeEmbedded(String name) {
    Path shipped = Path.of(System.getProperty("luotuo.root", ".."), "personas", name);
    Persona persona = PersonaFolder.read(shipped);
    List<String> texts = Memory.texts(persona.scenes(), Cues.of(persona));
    assertFalse(texts.isEmpty());
    OnnxOptions options = OnnxOptions.in(folder.resolve("models"));
    try (Embedder embedder = embedder(persona.language(), options)) {
      KnownVectors known = new KnownVectors(embedder, shipped.resolve(KnownVectors.FILE));
      assertEquals(List.of(), texts.stream().filter(text -> !known.knows(text)).toList());
    }
  }
}
