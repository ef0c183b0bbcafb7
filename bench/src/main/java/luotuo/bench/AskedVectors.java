package luotuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luotuo.app.Models;
import luotuo.chat.Cues;
import luotuo.job.Progress;
import luotuo.memory.HeadStart;
import luotuo.memory.Memory;
import luotuo.memory.Span;
import luotuo.memory.Words;
import luotuo.model.Embedder;
import luotuo.model.KnownVectors;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;

/// Writes `asked.vectors` beside a persona that ships, so that nobody waits for its index: the
/// vectors of all that is indexed; and `asked.classifier`, what tells its wordings apart. To be run
/// whenever its scenes or its wordings have changed.
///
/// Argument: the persona's folder.
final class AskedVectors {
  private AskedVectors() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Persona persona = PersonaFolder.read(folder);
    List<String> texts = Memory.texts(persona.scenes(), Cues.of(persona));
    OnnxOptions options = OnnxOptions.in(Files.createTempDirectory("asked-vectors"));
    try (Embedder embedder =
        persona.language() == Language.ZH
            ? OnnxEmbedder.chinese(options)
            : OnnxEmbedder.english(options)) {
      Path file = folder.resolve(KnownVectors.FILE);
      KnownVectors.write(file, embedder, texts);
      System.out.printf("%s: %d texts, %d bytes%n", file, texts.size(), Files.size(file));
      teach(persona, folder, new KnownVectors(embedder, file));
    }
  }

  private static void teach(Persona persona, Path folder, Embedder known) throws IOException {
    Path index = Files.createTempDirectory("asked-classifier").resolve("index");
    List<Span> cues = Cues.of(persona);
    Words words = Models.words(persona.language());
    Memory.open(persona.scenes(), cues, index, known, words, Progress.SILENT).close();
    HeadStart.keep(index, folder.resolve(HeadStart.FILE));
  }
}
