package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `luotuo` alone, recall, doctor, completion; and readers who leave.
class CommandsTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeTranscript() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT);
  }

  @Test
  void aloneItListsWhoIsThereAndHowToGoOn() {
    Cli.Result result = cli.withShipped().speaking("zh").run();
    assertEquals(0, result.code());
    assertTrue(result.out().contains("  1  李鲁鲁"), result.out());
    assertTrue(result.out().contains("Li Lulu"), result.out());
    assertTrue(result.out().contains("luotuo chat \"李鲁鲁\""), result.out());
    assertTrue(cli.withShipped().run().out().contains("  1  Li Lulu"));
    assertTrue(cli.withShipped().run("--json").lines().size() >= 4);
  }

  @Test
  void whereNobodyIsItSaysHowToMakeSomebody() {
    assertTrue(cli.run().out().contains("luotuo chat FILE"));
  }

  @Test
  void recallTellsSceneScoreAndWhy() {
    cli.run("persona", "import", "talk.txt");
    Cli.Result result = cli.run("recall", "阿远", "你养过什么动物？", "-k", "2", "--json");
    assertEquals("你养过什么动物？", result.object().get("query"));
    List<Shape> recalls = result.object().list("recalls");
    assertTrue(recalls.size() <= 2);
    Shape first = recalls.getFirst();
    assertTrue(first.real("score") > 0);
    assertTrue(first.text("why").contains("meaning"));
    assertEquals("talk.txt", first.get("file"));
    assertTrue(first.keys().contains("scene"));
    Shape turn = first.list("turns").getFirst();
    assertTrue(turn.keys().containsAll(List.of("speaker", "kind", "text", "line")));
  }

  @Test
  void recallReadsALineAQuery() {
    cli.run("persona", "import", "talk.txt");
    Cli.Result result = cli.typing("动物\n\n季节\n").run("recall", "阿远", "--stdin", "--json");
    assertEquals(
        List.of("动物", "季节"), result.lines().stream().map(line -> line.get("query")).toList());
    assertTrue(cli.run("recall", "阿远", "动物").out().contains("talk.txt:"));
  }

  @Test
  void recallKnowsStoryTimeAndWhoWasPresent() {
    cli.run("persona", "import", "talk.txt");
    assertTrue(recalls("季节", "--present", "老师").contains("季节"));
    assertTrue(recalls("动物", "--present", "老师").endsWith("\"recalls\":[]}\n"));
    assertTrue(recalls("动物").contains("动物"));
    String first =
        cli.run("persona", "show", "阿远", "--scenes", "--json").lines().getFirst().text("scene");
    assertTrue(recalls("动物", "--until", first).endsWith("\"recalls\":[]}\n"));
  }

  private String recalls(String text, String... options) {
    List<String> arguments = new ArrayList<>(List.of("recall", "阿远", text, "--json"));
    arguments.addAll(List.of(options));
    return cli.run(arguments.toArray(String[]::new)).out();
  }

  @Test
  void theDoctorTellsALineACheck() {
    Cli.Result result = cli.withShipped().run("doctor", "--json");
    assertEquals(0, result.code(), result.out());
    List<Object> checks = result.lines().stream().map(line -> line.get("check")).toList();
    assertEquals(
        List.of(
            "jdk",
            "workspace",
            "disk",
            "database",
            "model.zh",
            "model.en",
            "arithmetic",
            "personas"),
        checks);
    Cli.Result ill = cli.speaking("zh").run("doctor");
    assertEquals(1, ill.code());
    assertTrue(ill.out().contains("问题  0 个人物 — "), ill.out());
  }

  @Test
  void completionIsAScript() {
    String bash = cli.run("completion", "bash").out();
    assertTrue(bash.contains("'persona import') words='"), bash);
    assertTrue(bash.contains("--replace"), bash);
    assertTrue(cli.run("completion", "zsh").out().contains("bashcompinit"));
    assertEquals("bash", cli.run("completion", "bash", "--json").object().get("shell"));
  }

  @Test
  void whereTheReaderLeavesItEndsWithoutAWord() {
    cli.run("persona", "import", "talk.txt");
    Cli.Result result =
        cli.run(new Leaving(), new ByteArrayOutputStream(), "persona", "show", "阿远", "--scenes");
    assertEquals(0, result.code());
    assertEquals("", result.err());
  }

  /// A pipe whose reader leaves at once.
  private static final class Leaving extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
