package luotuo.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import luotuo.app.Models;
import luotuo.chat.Cues;
import luotuo.model.Embedder;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The classifiers that ship were taught with the wordings that there are now;
/// `luotuo.bench.AskedVectors` makes them.
class ShippedClassifierTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"李鲁鲁", "Li Lulu"})
  void nothingIsLeftToBeTaught(String name) throws IOException {
    Path shipped = Path.of(System.getProperty("luotuo.root", ".."), "personas", name);
    Persona persona = PersonaFolder.read(shipped);
    List<Span> cues = Cues.of(persona);
    OnnxOptions options = OnnxOptions.in(folder.resolve("models"));
    try (Embedder embedder =
        switch (persona.language()) {
          case ZH -> OnnxEmbedder.chinese(options);
          case EN -> OnnxEmbedder.english(options);
        }) {
      Words words = Models.words(persona.language());
      Stamp stamp = Stamp.of(persona.scenes(), cues, embedder.name(), words);
      assertTrue(CueClassifier.read(shipped.resolve(HeadStart.FILE), stamp, cues).isPresent());
    }
  }
}
