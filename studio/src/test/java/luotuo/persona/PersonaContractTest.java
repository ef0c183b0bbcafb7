package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import luotuo.corpus.Options;
import luotuo.corpus.Scene;
import luotuo.corpus.Transcript;
import luotuo.corpus.Transcripts;
import luotuo.corpus.Turn;
import luotuo.store.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing of a real transcript is lost on its way in and out.
@Tag("real-data")
class PersonaContractTest {
  @TempDir Path here;

  static Stream<Path> sources() {
    Path seed = Folders.shared("seed/luotuo.txt");
    return Stream.concat(
        Stream.of(seed), Folders.in(Folders.shared("corpora/chatharuhi")).stream());
  }

  @ParameterizedTest
  @MethodSource("sources")
  void inAndOutAgain(Path source) {
    Transcript transcript = Transcripts.read(source, Options.DEFAULT);
    Imported imported =
        new PersonaImport(new Workspace(here)).importFrom(source, ImportRequest.plain());
    Persona persona = PersonaFolder.read(imported.path());
    assertEquals(turns(transcript.scenes()), turns(persona.scenes()), "with their sources");
    assertEquals(transcript.instructions(), persona.instructions());

    Path out = here.resolve("out");
    PersonaExport.to(out, imported.path(), false);
    assertEquals(persona, PersonaFolder.read(out));
    Transcript plain = Transcripts.read(out, Options.DEFAULT);
    assertEquals("chatharuhi", plain.form());
    assertEquals(words(persona.scenes()), words(plain.scenes()), "also for other programs");

    assertTrue(imported.questions().size() <= 5);
    assertEquals(imported.questions(), Questions.propose(persona, 5));
  }

  private static List<List<Turn>> turns(List<Scene> scenes) {
    return scenes.stream().map(Scene::turns).toList();
  }

  private static List<List<String>> words(List<Scene> scenes) {
    return scenes.stream().map(s -> s.turns().stream().map(Turn::text).toList()).toList();
  }
}
