package luotuo.persona;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luotuo.job.Failure;
import luotuo.job.Problem;
import luotuo.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class PersonasTest {
  @TempDir Path root;
  private Workspace workspace;
  private Path here;
  private Path shipped;
  private Personas personas;

  @BeforeEach
  void places() throws Exception {
    workspace = new Workspace(root.resolve("home"));
    here = Files.createDirectories(root.resolve("here"));
    shipped = root.resolve("shipped");
    personas = new Personas(workspace, here, shipped);
  }

  private static Path persona(Path place, String folder, String yaml) {
    Path path = Folders.chatHaruhi(place.resolve(folder), folder);
    Folders.write(path.resolve("persona.yaml"), yaml);
    return path;
  }

  private Problem problem(String name) {
    return assertThrows(Failure.class, () -> personas.find(name)).problem();
  }

  @Test
  void theWorkspaceComesFirstThenHereThenThoseThatShip() {
    persona(shipped, "李鲁鲁", "scope: facts\n");
    assertEquals(Found.Place.SHIPPED, personas.find("李鲁鲁").place());
    Folders.chatHaruhi(here.resolve("personas/李鲁鲁"), "李鲁鲁");
    assertEquals(Found.Place.HERE, personas.find("李鲁鲁").place());
    Folders.chatHaruhi(here.resolve("李鲁鲁"), "李鲁鲁");
    assertEquals(here.resolve("李鲁鲁"), personas.find("李鲁鲁").path());
    persona(workspace.personas(), "李鲁鲁", "scope: play\n");
    assertEquals(Found.Place.WORKSPACE, personas.find("李鲁鲁").place());
    assertEquals(
        List.of(false, true, true, true), personas.list().stream().map(Found::shadowed).toList());
  }

  @Test
  void theListTellsWhatTheManifestsSay() {
    persona(
        workspace.personas(),
        "a",
        "name: 佟湘玉\naliases: [掌柜的]\nlanguage: en\nscope: facts\nquestions: [你是谁？]\n");
    Found found = personas.list().getFirst();
    assertEquals("佟湘玉", found.name());
    assertEquals(List.of("掌柜的"), found.aliases());
    assertEquals(Language.EN, found.language());
    assertEquals(Scope.FACTS, found.scope());
    assertEquals(2, found.scenes());
    assertEquals(List.of("你是谁？"), found.questions());
  }

  @Test
  void allWaysToNameOneFindIt() {
    persona(workspace.personas(), "haruhi", "name: 凉宫春日\naliases: [Haruhi Suzumiya]\n");
    for (String name : List.of("凉宫春日", "涼宮春日", "HARUHI", "ｈａｒｕｈｉ", "haruhi suzumiya")) {
      assertEquals("凉宫春日", personas.read(name).name());
    }
    Path elsewhere = Folders.chatHaruhi(root.resolve("elsewhere/白展堂"), "白展堂");
    assertEquals(Found.Place.FOLDER, personas.find(elsewhere.toString()).place());
    assertEquals("白展堂", personas.read("../elsewhere/白展堂").name());
    Folders.chatHaruhi(here.resolve("凉宫春日"), "凉宫春日");
    assertEquals(Found.Place.WORKSPACE, personas.find("凉宫春日").place());
    assertEquals(Found.Place.FOLDER, personas.find("./凉宫春日").place());
  }

  @Test
  void aNameWinsOverAnAlias() {
    persona(workspace.personas(), "甲", "aliases: [春日]\n");
    persona(shipped, "春日", "scope: play\n");
    assertEquals("春日", personas.find("春日").name());
  }

  @Test
  void anUnknownNameGetsTheNearestOnesAndAll() {
    assertEquals("persona.none", problem("李鲁鲁").key());
    persona(shipped, "李鲁鲁", "");
    persona(shipped, "佟湘玉", "");
    Problem near = problem("李路鲁");
    assertEquals("persona.unknown.near", near.key());
    assertEquals(List.of("李路鲁", "李鲁鲁", "佟湘玉, 李鲁鲁"), near.arguments());
    assertEquals("persona.unknown", problem("Sheldon").key());
    assertEquals("persona.unknown", problem("a\0b").key());
  }

  @Test
  void aBrokenManifestIsListedAndSaidToBeBroken() {
    persona(workspace.personas(), "坏", "scpoe: play\n");
    persona(workspace.personas(), "好", "");
    Found broken = personas.find("坏");
    assertEquals("persona.yaml.unknown", broken.problem().orElseThrow().key());
    assertThrows(Failure.class, () -> personas.read("坏"));
    assertEquals("好", personas.read("好").name());
  }

  @Test
  void onlyThoseInTheWorkspaceAreRemoved() {
    persona(shipped, "李鲁鲁", "");
    persona(workspace.personas(), "李鲁鲁", "");
    assertEquals(Found.Place.WORKSPACE, personas.remove("李鲁鲁").place());
    Failure failure = assertThrows(Failure.class, () -> personas.remove("李鲁鲁"));
    assertEquals("persona.notYours", failure.problem().key());
    assertEquals(List.of("李鲁鲁", shipped.resolve("李鲁鲁").toString()), failure.problem().arguments());
    assertTrue(Files.exists(shipped.resolve("李鲁鲁")));
    assertFalse(Files.exists(workspace.personas().resolve("李鲁鲁")));
  }

  @Test
  void inACheckoutThoseThatShipAreListedOnce() {
    personas = new Personas(workspace, here, here.resolve("personas"));
    persona(here.resolve("personas"), "李鲁鲁", "");
    assertEquals(List.of(Found.Place.SHIPPED), personas.list().stream().map(Found::place).toList());
  }
}
