package luotuo.persona;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import luotuo.corpus.Scene;
import luotuo.corpus.Turn;
import luotuo.job.Progress;
import luotuo.store.AtomicFolder;

/// Adds another source's scenes to a persona, after its own; a scene that it has already, once.
final class PersonaMerge {
  private final Path target;
  private final Path source;
  private final Progress progress;

  PersonaMerge(Path target, Path source, Progress progress) {
    this.target = target;
    this.source = source;
    this.progress = progress;
  }

  Imported.Outcome with(Persona added, Provenance origin) {
    Persona old = PersonaFolder.read(target);
    List<Provenance> sources = new ArrayList<>(PersonaFolder.sources(target));
    List<Scene> fresh = fresh(old.scenes(), added.scenes());
    Set<String> aliases = new LinkedHashSet<>(old.aliases());
    aliases.addAll(added.aliases());
    boolean known = sources.stream().anyMatch(source -> source.sha256().equals(origin.sha256()));
    if (fresh.isEmpty() && known && aliases.size() == old.aliases().size()) {
      return Imported.Outcome.UNCHANGED;
    }
    if (!known) {
      sources.add(origin);
    }
    Persona merged = merged(old, added, fresh).withAliases(List.copyOf(aliases));
    AtomicFolder.Filler filler = PersonaFolder.filler(merged, sources, progress);
    AtomicFolder.replace(target, PersonaFolder.accompanied(List.of(target, source), filler));
    return Imported.Outcome.MERGED;
  }

  private static Persona merged(Persona old, Persona added, List<Scene> fresh) {
    List<Scene> scenes = new ArrayList<>(old.scenes());
    scenes.addAll(fresh);
    String instructions = old.instructions().isEmpty() ? added.instructions() : old.instructions();
    List<String> questions = old.questions().isEmpty() ? added.questions() : old.questions();
    return old.withScenes(SceneNames.settled(scenes))
        .withInstructions(instructions)
        .withQuestions(questions);
  }

  private static List<Scene> fresh(List<Scene> old, List<Scene> added) {
    Set<List<Spoken>> seen = new HashSet<>();
    old.forEach(scene -> seen.add(spoken(scene)));
    return added.stream().filter(scene -> seen.add(spoken(scene))).toList();
  }

  /// A turn without its source: the same words elsewhere are the same scene.
  private record Spoken(Class<?> kind, String speaker, String text) {}

  private static List<Spoken> spoken(Scene scene) {
    return scene.turns().stream().map(PersonaMerge::spoken).toList();
  }

  private static Spoken spoken(Turn turn) {
    String speaker =
        switch (turn) {
          case Turn.Said said -> said.speaker();
          case Turn.Did did -> did.speaker();
          case Turn.Narrated _, Turn.Passage _ -> "";
        };
    return new Spoken(turn.getClass(), speaker, turn.text());
  }
}
