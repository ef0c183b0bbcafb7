package luotuo.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import luotuo.chat.Cues;
import luotuo.corpus.Scene;
import luotuo.job.Progress;
import luotuo.memory.HeadStart;
import luotuo.memory.Memory;
import luotuo.model.Embedder;
import luotuo.model.KnownVectors;
import luotuo.persona.Persona;
import luotuo.persona.Wordings;
import luotuo.store.FolderName;

/// The memory of each persona, opened once. Making one's index keeps nobody else waiting.
final class Memories implements AutoCloseable {
  private final Models models;
  private final Path shipped;
  private final Kept<String, Opened> open = new Kept<>();

  /// @param shipped the folder of the personas that ship, some of them with vectors made before
  Memories(Models models, Path shipped) {
    this.models = models;
    this.shipped = shipped;
  }

  private record Opened(List<Scene> scenes, Wordings wordings, Memory memory) {
    boolean isOf(Persona persona) {
      return scenes.equals(persona.scenes()) && wordings.equals(persona.wordings());
    }
  }

  /// The index is made first where it is missing or stale. One that is replaced goes on for those
  /// who hold it.
  ///
  /// @param indexes the folder of all indexes
  Memory of(Persona persona, Path indexes, Progress progress) {
    String name = FolderName.of(persona.name());
    return open.get(
            name,
            opened -> opened.isOf(persona),
            _ -> {
              Memory memory = open(persona, indexes.resolve(name), progress);
              return new Opened(persona.scenes(), persona.wordings(), memory);
            })
        .memory();
  }

  private Memory open(Persona persona, Path index, Progress progress) {
    Embedder embedder = models.embedder(persona.language());
    Path known = shipped.resolve(FolderName.of(persona.name()));
    return Memory.open(
        persona.scenes(),
        Cues.of(persona),
        index,
        embedder,
        new HeadStart(
            new KnownVectors(embedder, known.resolve(KnownVectors.FILE)),
            Optional.of(known.resolve(HeadStart.FILE))),
        Models.words(persona.language()),
        progress);
  }

  /// @param name of a persona
  void forget(String name) {
    open.forget(FolderName.of(name));
  }

  @Override
  public void close() {
    open.all().forEach(opened -> opened.memory().close());
  }
}
