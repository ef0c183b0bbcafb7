package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import luotuo.job.Failure;
import luotuo.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A persona that is changed, copied before that where it is not the user's own, and taken along.
class PersonaChangesTest {
  private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a00000000");
  private static final PersonaChanges ALL =
      new PersonaChanges(
          Optional.of(List.of("小郝")),
          Optional.of("跑堂的。"),
          Optional.of("你是郝远，话不多。"),
          Optional.of("客官里边请。"),
          Optional.of(List.of("你平时都做些什么呢？")),
          Optional.of(List.of("这我可不知道。")),
          Optional.of(Scope.FACTS),
          Optional.of(Language.EN));

  @TempDir Path root;
  private Personas personas;
  private Path shipped;

  @BeforeEach
  void ship() {
    shipped = Folders.chatHaruhi(root.resolve("shipped/郝远"), "郝远");
    personas =
        new Personas(
            new Workspace(root.resolve("home")), root.resolve("here"), root.resolve("shipped"));
  }

  @Test
  void whatIsLeftOutStaysAndTheRestChanges() {
    Persona before = PersonaFolder.read(shipped);
    assertEquals(before, PersonaFolder.change(shipped, PersonaChanges.NONE));
    assertEquals(List.of("system_prompt.txt", "texts"), Folders.names(shipped));
    Persona changed = PersonaFolder.change(shipped, ALL);
    assertEquals(changed, PersonaFolder.read(shipped));
    assertEquals(before.scenes(), changed.scenes());
    assertEquals("你是郝远，话不多。", changed.instructions());
    assertEquals("客官里边请。", changed.greeting());
    assertEquals(List.of("郝远", "小郝"), changed.names());
    assertEquals(Scope.FACTS, changed.scope());
    assertEquals(Language.EN, changed.language());
  }

  @Test
  void whatShipsIsCopiedFirst() throws Exception {
    Files.write(shipped.resolve("portrait.png"), PNG);
    Files.writeString(shipped.resolve("diary.doc"), "no part of a persona");
    Persona before = PersonaFolder.read(shipped);
    Path own = personas.own(personas.named("郝远"));
    assertEquals(root.resolve("home/personas/郝远"), own);
    assertEquals(before, PersonaFolder.read(own));
    assertEquals(
        List.of("persona.yaml", "portrait.png", "system_prompt.txt", "texts"), Folders.names(own));
    PersonaFolder.change(own, ALL);
    assertEquals("客官里边请。", personas.read("郝远").greeting());
    assertEquals(before, PersonaFolder.read(shipped));
    assertEquals(own, personas.own(personas.named("郝远")));
  }

  @Test
  void aFolderThatIsAnotherPersonasIsNotChanged() {
    Path other = Folders.chatHaruhi(root.resolve("home/personas/郝远"), "佟湘玉");
    Folders.write(other.resolve("persona.yaml"), "name: 佟湘玉\n");
    Found found = PersonaGlance.at(shipped, Found.Place.SHIPPED);
    Failure failure = assertThrows(Failure.class, () -> personas.own(found));
    assertEquals("persona.exists", failure.problem().key());
  }

  @Test
  void aNameIsNoPath() {
    Path elsewhere = Folders.chatHaruhi(root.resolve("elsewhere/佟湘玉"), "佟湘玉");
    String path = "../elsewhere/佟湘玉";
    assertEquals(elsewhere, personas.find(path).path());
    Failure failure = assertThrows(Failure.class, () -> personas.named(path));
    assertTrue(failure.problem().key().startsWith("persona.unknown"), failure.toString());
  }

  @Test
  void namesAndAliasesAreSearched() {
    PersonaFolder.change(shipped, ALL);
    Found found = personas.named("小郝");
    assertEquals("客官里边请。", found.greeting());
    assertTrue(found.matches("郝") && found.matches("小 郝") && found.matches(""));
    assertEquals(false, found.matches("佟"));
  }

  @Test
  void itIsTakenAlongAsOneFileThatReadsAsTheSame() throws Exception {
    Path own = personas.own(personas.named("郝远"));
    Portrait.put(own, PNG);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PersonaZip zip = PersonaZip.of(own, root.resolve("tmp"))) {
      zip.write(out);
    }
    assertEquals(List.of(), Folders.names(root.resolve("tmp")));
    Path unpacked = root.resolve("unpacked");
    TreeSet<String> names = new TreeSet<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        Path file = unpacked.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
    assertEquals(
        List.of(
            "郝远/persona.yaml",
            "郝远/portrait.png",
            "郝远/system_prompt.txt",
            "郝远/texts/text_10.txt",
            "郝远/texts/text_2.txt"),
        List.copyOf(names));
    assertEquals(PersonaFolder.read(own), PersonaFolder.read(unpacked.resolve("郝远")));
  }

  @Test
  void aPictureOutlivesAnImport() {
    Path own = personas.own(personas.named("郝远"));
    Portrait.put(own, PNG);
    Path more = Folders.write(root.resolve("more.txt"), "客人:你从哪里来？\n郝远:从北边来，走了三天的路。\n");
    PersonaImport imports = new PersonaImport(new Workspace(root.resolve("home")));
    ImportRequest request = ImportRequest.plain().withName("郝远");
    imports.importFrom(more, request.withMode(ImportRequest.Mode.MERGE));
    assertTrue(Portrait.in(own).isPresent());
    imports.importFrom(more, request.withMode(ImportRequest.Mode.REPLACE));
    assertTrue(Portrait.in(own).isPresent());
    assertEquals(1, PersonaFolder.read(own).scenes().size());
  }
}
