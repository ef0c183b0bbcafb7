package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A talk in which a language model finds the words.
class ChatWithModelTest {
  private static final String SCRIPT =
      """
      rules:
        - matches: "养过什么动物？$"
          reply: "阿远：「一只狗，叫阿黄。」\\n同学：真好"
        - matches: "季节？$"
          reply: 秋天好。桂
          fail: model.remote.cut
          arguments: ["there", "1"]
      """;

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void importTranscript() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT).having("script.yaml", SCRIPT);
    assertEquals(0, cli.run("persona", "import", "talk.txt").code());
  }

  @Test
  void theModelsWordsComeWithEvidenceAndTokens() {
    Shape reply =
        cli.run("chat", "阿远", "你养过什么动物？", "--model", "scripted:script.yaml", "--json").object();
    assertEquals("一只狗，叫阿黄。", reply.get("reply"));
    assertEquals("scripted:script.yaml", reply.get("voice"));
    assertEquals(5, reply.list("evidence").getFirst().get("line"));
    assertTrue(reply.object("tokens").number("prompt") > 0);
  }

  @Test
  void forPeopleTheWordsStandAloneAndBelowThemWhatTheyRestOn() {
    Cli.Result result = cli.run("chat", "阿远", "你养过什么动物？", "--model", "scripted:script.yaml");
    assertEquals(
        List.of("一只狗，叫阿黄。", "  ↳ talk.txt:5 “我养过一只叫阿黄的狗。”"), result.out().lines().toList());
  }

  @Test
  void thePromptIsShownExactly() {
    Cli.Result result = cli.run("chat", "阿远", "你养过什么动物？", "--model", "scripted", "--show-prompt");
    assertTrue(result.out().contains("── scenes · "), result.out());
    assertTrue(result.out().contains("阿远:「我养过一只叫阿黄的狗。」"), result.out());
  }

  @Test
  void aRecordedTalkIsReplayedWithoutAModel() {
    String[] talk = {"chat", "阿远", "你养过什么动物？", "--new", "--json"};
    Shape recorded = with(talk, "--model", "scripted:script.yaml", "--record", "kept").object();
    Shape replayed = with(talk, "--replay", "kept").object();
    assertEquals(recorded.get("reply"), replayed.get("reply"));
    assertEquals(recorded.get("voice"), replayed.get("voice"));
    assertEquals(
        recorded.object("tokens").number("prompt"), replayed.object("tokens").number("prompt"));
    Cli.Result other = cli.run("chat", "阿远", "你小时候住在哪里？", "--new", "--replay", "kept");
    assertEquals(1, other.code());
    assertNotEquals("", other.err());
  }

  @Test
  void whatWasSaidBeforeIsNoPartOfARecord() {
    cli.run("chat", "阿远", "你小时候住在哪里？");
    String[] talk = {"chat", "阿远", "你养过什么动物？", "--json"};
    Shape recorded = with(talk, "--model", "scripted", "--record", "kept").object();
    cli.run("chat", "阿远", "我叫小明，住在大理，养了一只狗。");
    Shape replayed = with(talk, "--replay", "kept").object();
    assertEquals(recorded.get("reply"), replayed.get("reply"));
    Cli.Result both = with(talk, "--replay", "kept", "--record", "other");
    assertEquals(2, both.code());
    assertTrue(both.err().contains("--record or --replay"), both.err());
  }

  private Cli.Result with(String[] talk, String... more) {
    List<String> all = new ArrayList<>(List.of(talk));
    all.addAll(List.of(more));
    return cli.run(all.toArray(String[]::new));
  }

  @Test
  void aReplyThatBreaksOffIsNoTurn() {
    Cli.Result result = cli.run("chat", "阿远", "你最喜欢哪个季节？", "--model", "scripted:script.yaml");
    assertEquals(1, result.code());
    assertEquals("秋天好。\n", result.out());
    assertTrue(result.err().contains("cut off"), result.err());
    String history = cli.typing("/history\n").run("chat", "阿远", "--model", "own-lines").out();
    assertTrue(!history.contains("秋"), history);
  }

  @Test
  void eachRunOfAModelStandsInTheLedger() {
    cli.run("chat", "阿远", "你养过什么动物？", "--model", "scripted", "--effort", "2h");
    cli.run("chat", "阿远", "你养过什么动物？", "--model", "own-lines");
    List<Shape> rows = cli.run("ledger", "list", "--what", "chat", "--json").lines();
    assertEquals(1, rows.size());
    assertEquals("scripted", rows.getFirst().get("model"));
    assertEquals("2h", rows.getFirst().get("effort"));
    assertEquals(1, rows.getFirst().number("calls"));
    assertEquals(1, rows.getFirst().number("rows"));
    assertEquals("阿远", rows.getFirst().get("label"));
    cli.run("persona", "check", "阿远");
    Shape check = cli.run("ledger", "list", "--what", "check", "--json").object();
    assertEquals(check.get("data"), rows.getFirst().get("data"), "the same scenes");
  }

  @Test
  void aBudgetWithoutAPriceSaysHowToAddOne() {
    Cli.Result result =
        cli.run(
            "chat",
            "阿远",
            "你养过什么动物？",
            "--model",
            "https://nowhere.invalid/v1#m",
            "--budget",
            "0.01");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("prices.yaml"), result.err());
  }

  @Test
  void theVoiceCanBeChangedInTheTalk() {
    Cli.Result result =
        cli.typing("你养过什么动物？\n/model scripted:script.yaml\n你养过什么动物？\n/prompt\n/model nobody\n")
            .run("chat", "阿远");
    assertTrue(result.out().contains("我养过一只叫阿黄的狗。\n"), result.out());
    assertTrue(result.out().contains("一只狗，叫阿黄。\n"), result.out());
    assertTrue(result.out().contains("── question"), result.out());
    assertTrue(result.err().contains("There is no model nobody"), result.err());
  }

  @Test
  void aNumberOutOfRangeIsNamedWithItsRange() {
    Cli.Result result = cli.run("chat", "阿远", "你好", "--model", "scripted", "--temperature", "7");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("temperature is 7.0, not in 0.0 … 2.0"), result.err());
  }
}
