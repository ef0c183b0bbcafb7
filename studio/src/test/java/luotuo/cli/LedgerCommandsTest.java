package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luotuo.store.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports and checks write rows, and the ledger shows them.
class LedgerCommandsTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void work() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT);
    cli.run("persona", "import", "talk.txt", "--effort", "2h of \"typing\"");
    cli.run("persona", "check", "阿远");
    cli.run("persona", "import", "talk.txt");
  }

  @Test
  void anImportTellsDataRowsAndEffort() {
    List<Shape> rows = cli.run("ledger", "list", "--json").lines();
    assertEquals(
        List.of("import", "check", "import"), rows.stream().map(row -> row.get("what")).toList());
    Shape first = rows.getLast();
    assertEquals(1, first.get("id"));
    assertEquals("阿远", first.get("subject"));
    assertEquals(Hash.sha256(folder.resolve("talk.txt")), first.get("data"));
    assertEquals("talk.txt", first.get("label"));
    assertEquals(7, first.get("rows"), "lines that were kept");
    assertEquals("2h of \"typing\"", first.get("effort"));
    assertEquals("created", first.get("note"));
    assertTrue(first.real("seconds") > 0 && first.real("seconds") < 60);
    assertTrue(first.real("cpuSeconds") >= 0);
    assertEquals(0, first.get("calls"));
    assertEquals("unchanged", rows.getFirst().get("note"));
    assertEquals("unpacked", first.get("version"));
  }

  @Test
  void aCheckTellsItsScore() {
    Shape row = cli.run("ledger", "list", "--what", "check", "--json").object();
    Shape check = cli.run("persona", "check", "阿远", "--effort", "5 min", "--json").object();
    double right = (double) check.number("right") / check.number("asked");
    double declined = (double) check.number("declined") / check.number("foreign");
    assertEquals((right + declined) / 2, row.real("score"), 1e-9);
    assertEquals("right and declined", row.get("scoreName"));
    assertEquals(check.number("asked") + check.number("foreign"), row.get("rows"));
    Shape again = cli.run("ledger", "list", "-n", "1", "--json").object();
    assertEquals("5 min", again.get("effort"));
    assertEquals(row.get("data"), again.get("data"));
    assertEquals(row.get("score"), again.get("score"));
  }

  @Test
  void aRunOfAModelTellsItsPromptAndWhatItTook() {
    cli.run("model", "run", "scripted", "你好", "骆驼", "--system", "简短", "--effort", "1 min");
    Shape row = cli.run("ledger", "list", "-n", "1", "--json").object();
    assertEquals("model run", row.get("what"));
    assertEquals(Hash.sha256("简短\n你好 骆驼"), row.get("data"));
    assertEquals("1 min", row.get("effort"));
    assertEquals(1, row.get("calls"));
    assertTrue(row.number("promptTokens") > 0 && row.number("replyTokens") > 0);
  }

  @Test
  void aBenchmarkTellsWhatItTookAndItsScore() {
    String[] bench = {"model", "bench", "scripted", "--rounds", "2", "--prompt", "30"};
    cli.run(bench);
    Shape row = cli.run("ledger", "list", "-n", "1", "--json").object();
    assertEquals("model bench", row.get("what"));
    assertEquals(2, row.get("rows"));
    assertEquals(3, row.get("calls"), "one that does not count goes first");
    assertTrue(row.number("promptTokens") >= 90, row.toString());
    assertTrue(row.real("score") > 0);
    assertEquals(2, cli.run("model", "bench", "scripted", "--budget", "x").code());
    assertTrue(cli.run("model", "bench", "--help").out().contains("--effort"));
  }

  @Test
  void theTableEndsWithTotals() {
    List<String> lines = cli.run("ledger", "list").out().lines().toList();
    assertEquals(5, lines.size());
    assertTrue(lines.getFirst().contains("prompt"), lines.getFirst());
    assertTrue(lines.get(1).startsWith("3 "), lines.get(1));
    int checked = cli.run("ledger", "list", "--what", "check", "--json").object().number("rows");
    assertTrue(lines.getLast().matches(".*together +" + (14 + checked) + " .*"), lines.getLast());
    assertTrue(cli.speaking("zh").run("ledger", "list").out().contains("合计"));
    assertEquals(3, cli.run("ledger", "list", "-n", "1").out().lines().count());
  }

  @Test
  void oneRowIsShownInFull() {
    String text = cli.run("ledger", "show", "1").out();
    assertTrue(text.startsWith("1  import  阿远\n"), text);
    assertTrue(text.contains("effort            2h of \"typing\""), text);
    assertFalse(text.contains("model"), text);
    assertEquals("created", cli.run("ledger", "show", "1", "--json").object().get("note"));
    assertTrue(cli.speaking("zh").run("ledger", "show", "1").out().contains("人工"));
  }

  @Test
  void whatIsNotThereIsSaid() {
    Cli.Result unknown = cli.run("ledger", "show", "77");
    assertEquals(1, unknown.code());
    assertTrue(unknown.err().contains("no row 77"), unknown.err());
    assertTrue(cli.run("ledger", "list", "--what", "chat").out().contains("no such rows"));
    assertEquals("", cli.run("ledger", "list", "--what", "chat", "--json").out());
    assertEquals(2, cli.run("ledger", "list", "-n", "0").code());
    assertEquals(2, cli.run("ledger", "show", "x").code());
    assertEquals(2, cli.run("ledger").code());
  }

  @Test
  void anImportThatFailsWritesNothing() {
    cli.run("persona", "import", "none.txt");
    assertEquals(3, cli.run("ledger", "list", "--json").lines().size());
  }

  @Test
  void helpAndListsOpenNoDatabase(@TempDir Path other) {
    Cli fresh = Cli.in(other);
    fresh.run("--help");
    fresh.run("ledger", "--help");
    fresh.run("persona", "list");
    assertFalse(Files.exists(fresh.home()));
  }
}
