package luotuo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import luotuo.chat.Cues;
import luotuo.job.Progress;
import luotuo.memory.Memory;
import luotuo.memory.Words;
import luotuo.model.Embedder;
import luotuo.model.KnownVectors;
import luotuo.model.onnx.OnnxEmbedder;
import luotuo.model.onnx.OnnxOptions;
import luotuo.persona.Language;
import luotuo.persona.Persona;
import luotuo.persona.PersonaFolder;

/// Writes `asked.vectors` beside a persona that ships, so that nobody waits for its index: the
/// vectors of all that is indexed. To be run whenever its scenes or its wordings have changed.
///
/// Argument: the persona's folder.
final class AskedVectors {
  private AskedVectors() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Persona persona = PersonaFolder.read(folder);
    Path scratch = Files.createTempDirectory("asked-vectors");
    OnnxOptions options = OnnxOptions.in(scratch.resolve("models"));
    try (Embedder embedder =
        persona.language() == Language.ZH
            ? OnnxEmbedder.chinese(options)
            : OnnxEmbedder.english(options)) {
      Listing listing = new Listing(embedder);
      Memory.open(
              persona.scenes(),
              Cues.of(persona),
              scratch.resolve("index"),
              listing,
              Words.BIGRAMS,
              Progress.SILENT)
          .close();
      Path file = folder.resolve("asked.vectors");
      KnownVectors.write(file, embedder, listing.texts);
      System.out.printf("%s: %d texts, %d bytes%n", file, listing.texts.size(), Files.size(file));
    }
  }

  /// Notes what is embedded.
  private record Listing(Embedder embedder, Set<String> texts) implements Embedder {
    Listing(Embedder embedder) {
      this(embedder, new LinkedHashSet<>());
    }

    @Override
    public String name() {
      return embedder.name();
    }

    @Override
    public int dimensions() {
      return embedder.dimensions();
    }

    @Override
    public List<float[]> embed(List<String> asked) {
      texts.addAll(asked);
      return embedder.embed(asked);
    }

    @Override
    public void close() {}
  }
}
