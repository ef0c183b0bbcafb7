package luotuo.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import luotuo.job.Progress;
import luotuo.memory.Memory;
import luotuo.memory.Words;
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
    List<String> unknown = new ArrayList<>();
    try (Embedder chinese = OnnxEmbedder.chinese(OnnxOptions.in(folder.resolve("models")))) {
      KnownVectors known = new KnownVectors(chinese, shipped.resolve("asked.vectors"));
      Embedder listing =
          new Embedder() {
            @Override
            public String name() {
              return "listing";
            }

            @Override
            public int dimensions() {
              return 2;
            }

            @Override
            public List<float[]> embed(List<String> texts) {
              texts.stream().filter(text -> !known.knows(text)).forEach(unknown::add);
              return texts.stream().map(_ -> new float[] {1, 0}).toList();
            }

            @Override
            public void close() {}
          };
      Path index = folder.resolve("index");
      Memory.open(
              persona.scenes(), Cues.of(persona), index, listing, Words.BIGRAMS, Progress.SILENT)
          .close();
    }
    assertEquals(List.of(), unknown);
  }
}
