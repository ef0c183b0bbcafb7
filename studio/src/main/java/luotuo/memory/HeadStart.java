package luotuo.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import luotuo.model.Embedder;

/// What was worked out of an index before it is made, so that nobody waits for it.
///
/// @param embedder has the vectors of what is indexed, or makes them
/// @param classifier a file that [#keep] wrote; where it is missing, or of other cues, the
///   classifier is taught anew
public record HeadStart(Embedder embedder, Path classifier) {
  /// The classifier's file beside a persona.
  public static final String FILE = "asked.classifier";

  static HeadStart none(Embedder embedder) {
    return new HeadStart(embedder, Path.of("none"));
  }

  /// Keeps the classifier of an index.
  ///
  /// @param index the folder of an index that was made for cues
  public static void keep(Path index, Path file) throws IOException {
    Files.write(file, Files.readAllBytes(index.resolve(MemoryWriter.CLASSIFIER)));
  }
}
