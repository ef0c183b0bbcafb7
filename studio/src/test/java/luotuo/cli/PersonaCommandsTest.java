package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonaCommandsTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeTranscript() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT);
  }

  @Test
  void importSaysInJsonWhatWasUnderstood() {
    Cli.Result result = cli.run("persona", "import", "talk.txt", "--json");
    assertEquals(0, result.code());
    assertEquals("", result.err());
    Shape shape = result.object();
    assertEquals("阿远", shape.get("name"));
    assertEquals("created", shape.get("outcome"));
    assertEquals(6, shape.get("said"));
    assertEquals(0, shape.get("did"));
    assertEquals(0, shape.get("narrated"));
    assertEquals(1, shape.get("passages"));
    assertEquals(7, shape.get("turns"));
    assertTrue(shape.number("scenes") > 2);
    assertEquals(Set.of("name", "turns"), result.object().list("speakers").getFirst().keys());
    checkLines(shape);
    Shape report = result.object().list("reports").getFirst();
    assertEquals("talk.txt", report.get("file"));
    assertEquals(10, report.get("line"));
    assertEquals("提问人:", report.get("text"));
    assertEquals("提问人 says nothing here", report.get("problem"));
  }

  private static void checkLines(Shape shape) {
    Shape lines = shape.object("lines");
    int sum = lines.number("blank") + lines.number("kept") + lines.number("reported");
    assertEquals(lines.get("total"), sum);
    assertEquals(1, lines.get("reported"));
  }

  @Test
  void importSaysInThreeLinesWhatWasUnderstood() {
    Cli.Result result = cli.run("persona", "import", "talk.txt");
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.get(0).startsWith("阿远 is ready, in "), result.out());
    assertTrue(lines.get(1).contains("6 said"), result.out());
    assertTrue(lines.get(2).contains("1 reported"), result.out());
    assertTrue(result.out().contains("你养过什么动物？"), result.out());
    assertTrue(result.out().contains("talk.txt:10"), result.out());
  }

  @Test
  void importingTheSameAgainChangesNothingAndAnotherNeedsToBeTold() {
    cli.run("persona", "import", "talk.txt");
    assertEquals(
        "unchanged", cli.run("persona", "import", "talk.txt", "--json").object().get("outcome"));
    cli.having("other.txt", Cli.TRANSCRIPT.replace("木屋", "石屋"));
    Cli.Result refused = cli.run("persona", "import", "other.txt");
    assertEquals(1, refused.code());
    assertTrue(refused.err().contains("--replace"), refused.err());
    assertEquals(
        "replaced",
        cli.run("persona", "import", "other.txt", "--replace", "--json").object().get("outcome"));
  }

  @Test
  void whatIsNotThereIsOneSentenceAlsoWithJson() {
    Cli.Result result = cli.run("persona", "import", "none.txt", "--json");
    assertEquals(1, result.code());
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().count());
    Cli.Result chinese = cli.speaking("zh").run("persona", "import", "none.txt");
    assertTrue(chinese.err().startsWith("没有 "), chinese.err());
    assertFalse(Files.exists(folder.resolve("home/personas/none")));
  }

  @Test
  void aListTellsOriginAndWhatIsHidden() {
    Cli shipped = cli.withShipped();
    List<Shape> before = shipped.run("persona", "list", "--json").lines();
    assertTrue(before.stream().allMatch(p -> p.get("origin").equals("shipped")));
    assertTrue(before.stream().anyMatch(p -> p.get("name").equals("李鲁鲁")));
    cli.run("persona", "import", "talk.txt", "--name", "李鲁鲁");
    List<Shape> after = shipped.run("persona", "list", "--json").lines();
    assertEquals("workspace", after.getFirst().get("origin"));
    assertTrue(
        after.stream()
            .anyMatch(p -> p.get("name").equals("李鲁鲁") && p.get("shadowed").equals(true)));
    assertTrue(shipped.run("persona", "list").out().contains("hidden"));
  }

  @Test
  void showTellsWhoSomebodyIs() {
    cli.run("persona", "import", "talk.txt");
    Shape shape = cli.run("persona", "show", "阿远", "--json").object();
    assertEquals("facts", shape.get("scope"));
    assertEquals("zh", shape.get("language"));
    assertNotNull(shape.get("declineBelow"));
    String text = cli.run("persona", "show", "阿远").out();
    assertTrue(text.startsWith("阿远\n"), text);
    assertTrue(text.contains("阿远 3"), text);
  }

  @Test
  void showTellsAllScenes() {
    cli.run("persona", "import", "talk.txt");
    List<Shape> scenes = cli.run("persona", "show", "阿远", "--scenes", "--json").lines();
    Shape first = scenes.getFirst();
    assertEquals("talk.txt", first.get("file"));
    assertEquals(1, first.get("line"));
    assertNotNull(first.get("scene"));
    Shape turn = first.list("turns").get(1);
    assertEquals("阿远", turn.get("speaker"));
    assertEquals("said", turn.get("kind"));
    assertEquals("我小时候住在河边的木屋里。", turn.get("text"));
    assertEquals("talk.txt", turn.get("file"));
    assertEquals(2, turn.get("line"));
    assertTrue(cli.run("persona", "show", "阿远", "--scenes").out().contains("阿远: 秋天"));
  }

  @Test
  void exportWritesAFolderThatCanBeImported() {
    cli.run("persona", "import", "talk.txt");
    Shape shape = cli.run("persona", "export", "阿远", "out", "--json").object();
    assertEquals(folder.resolve("out").toString(), shape.get("folder"));
    assertTrue(Files.exists(folder.resolve("out/persona.yaml")));
    Cli.Result again = cli.run("persona", "export", "阿远", "out");
    assertEquals(1, again.code());
    assertEquals(0, cli.run("persona", "export", "阿远", "out", "--replace").code());
    assertEquals(0, cli.run("persona", "import", "out", "--name", "远哥").code());
    assertEquals(0, cli.run("persona", "show", "远哥").code());
  }

  @Test
  void removeTakesOnlyWhatWasImported() {
    cli.run("persona", "import", "talk.txt");
    Shape shape = cli.run("persona", "remove", "阿远", "--json").object();
    assertEquals(true, shape.get("removed"));
    assertEquals(1, cli.run("persona", "show", "阿远").code());
    Cli.Result shipped = cli.withShipped().run("persona", "remove", "李鲁鲁");
    assertEquals(1, shipped.code());
    assertTrue(shipped.err().contains("only what was imported"), shipped.err());
  }

  @Test
  void checkCounts() {
    cli.run("persona", "import", "talk.txt");
    Shape shape = cli.run("persona", "check", "阿远", "--json").object();
    assertEquals(3, shape.get("asked"));
    assertTrue(shape.number("foreign") > 0);
    assertTrue(cli.run("persona", "check", "阿远").out().startsWith("阿远\n"));
  }

  @Test
  void anUnknownPersonaProposesNearNames() {
    Cli.Result result = cli.withShipped().run("persona", "show", "李鲁路");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("did you mean 李鲁鲁"), result.err());
    Cli.Result nobody = cli.speaking("zh").run("chat", "谁也不是", "你好");
    assertEquals(1, nobody.code());
    assertEquals(1, nobody.err().lines().count());
  }
}
