package luotuo.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import luotuo.model.Embedder;

/// What was worked out of an index before it is made, so that nobody waits for it.
///
/// @param embedder has the vectors of what is indexed, or makes them
/// @param classifier a file that [#keep] wrote; where there is none, or one of other cues, the
///   classifier is taught anew
public record HeadStart(Embedder embedder, Optional<Path> classifier) {
  /// The classifier's file beside a persona.
  public static final String FILE = "asked.classifier";

  static HeadStart none(Embedder embedder) {
    return new HeadStart(embedder, Optional.empty());
  }

  /// Keeps the classifier of an index.
  ///
  /// @param index the folder of an index that was made for cues
  public static void keep(Path index, Path file) throws IOException {
    Files.copy(index.resolve(MemoryWriter.CLASSIFIER), file, StandardCopyOption.REPLACE_EXISTING);
  }
}
