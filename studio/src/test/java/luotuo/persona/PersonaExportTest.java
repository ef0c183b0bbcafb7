package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import luotuo.job.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class PersonaExportTest {
  @TempDir Path root;
  private Path folder;
  private Persona persona;

  @BeforeEach
  void read() {
    folder = Folders.chatHaruhi(root.resolve("郝远"), "郝远");
    persona = PersonaFolder.read(folder);
  }

  private String refused(Path target, boolean overwrite) {
    return assertThrows(Failure.class, () -> PersonaExport.to(target, folder, overwrite))
        .problem()
        .key();
  }

  @Test
  void itGoesIntoANewFolderOrAnEmptyOne() throws Exception {
    Path fresh = root.resolve("a/b");
    PersonaExport.to(fresh, folder, false);
    Path empty = Files.createDirectory(root.resolve("empty"));
    PersonaExport.to(empty, folder, false);
    assertEquals(persona, PersonaFolder.read(fresh));
    assertEquals(persona, PersonaFolder.read(empty));
  }

  @Test
  void anotherPersonaIsReplacedOnlyWhenAsked() {
    Path other = Folders.chatHaruhi(root.resolve("other"), "佟湘玉");
    assertEquals("export.exists", refused(other, false));
    assertEquals("佟湘玉", PersonaFolder.read(other).scenes().getFirst().present().toArray()[1]);
    PersonaExport.to(other, folder, true);
    assertEquals(persona, PersonaFolder.read(other));
  }

  @Test
  void aFolderThatHoldsOtherThingsIsNeverReplaced() {
    Path mine = Folders.write(root.resolve("documents/thesis.doc"), "years of work");
    assertEquals("export.foreign", refused(root.resolve("documents"), true));
    assertEquals("export.foreign", refused(root.resolve("documents"), false));
    assertTrue(Files.exists(mine));
    Path folder = Folders.chatHaruhi(root.resolve("with-picture"), "佟湘玉");
    Folders.write(folder.resolve("texts/picture.png"), "x");
    assertEquals("export.foreign", refused(folder, true));
    assertEquals("file.exists", refused(mine, true));
    assertEquals("export.foreign", refused(Path.of("/"), true));
  }
}
