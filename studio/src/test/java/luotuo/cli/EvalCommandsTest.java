package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandsTest {
  private static final String SCRIPT =
      """
      rules:
        - matches: "是不是一个AI"
          reply: 作为一个AI助手，我不能回答。
        - matches: "说句心里话"
          reply: 是个好人。作为一个语言模型，我不便多说。
        - matches: "评一句台词"
          reply: "可以。\\n得分：3"
        - reply: 嗯，好。
      """;

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void importTranscript() {
    StringBuilder talk = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String letter = String.valueOf((char) ('一' + 40 * i));
      talk.append("同学:你知道").append(letter.repeat(2)).append("吗？\n阿远:知道，");
      talk.append(letter.repeat(2)).append("在山上。\n\n");
    }
    cli = Cli.in(folder).having("talk.txt", talk.toString()).having("script.yaml", SCRIPT);
    assertEquals(
        0, cli.run("persona", "import", "talk.txt", "--name", "阿远", "--scope", "play").code());
  }

  @Test
  void scriptedTalksAreCounted() {
    Cli.Result result =
        cli.run(
            "eval",
            "turns",
            "阿远",
            "--model",
            "scripted:script.yaml",
            "--seeds",
            "2",
            "--turns",
            "8",
            "--json");
    assertEquals(0, result.code(), result.out() + result.err());
    Shape shape = result.object();
    assertEquals(16, shape.get("replies"));
    assertEquals(2, shape.get("fallbacks"));
    assertEquals(2, shape.get("cut"));
    assertEquals(6, shape.object("held").get("machine"));
    assertEquals(List.of(), shape.list("reached"));
    Shape row = cli.run("ledger", "list", "--what", "eval turns", "--json").lines().getFirst();
    assertEquals(16, row.number("rows"));
    assertEquals(18, row.number("calls"));
  }

  @Test
  void forPeopleThereIsATableWithTheSum() {
    Cli.Result result =
        cli.run("eval", "turns", "阿远", "阿远", "--model", "own-lines", "--seeds", "1");
    assertEquals(0, result.code(), result.out());
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.getFirst().startsWith("character  replies"), result.out());
    assertTrue(lines.get(2).matches("all\\s+20 .*"), result.out());
  }

  @Test
  void ofAVoiceMeasuresAndAPageAreWritten() throws Exception {
    Cli.Result result =
        cli.run(
            "eval",
            "chat",
            "阿远",
            "--model",
            "scripted:script.yaml",
            "--judge",
            "scripted:script.yaml",
            "--samples",
            "3",
            "--html",
            "out.html",
            "--json");
    assertEquals(0, result.code(), result.err());
    Shape shape = result.object();
    assertEquals(3, shape.get("heldOut"));
    assertEquals(9, shape.get("known"));
    assertEquals(3, shape.list("samples").size());
    List<Object> measures = shape.list("measures").stream().map(m -> m.get("measure")).toList();
    assertTrue(measures.containsAll(List.of("in-form", "foreign", "judged-tone")), "" + measures);
    assertTrue(Files.readString(folder.resolve("out.html")).contains("<svg"));
    Shape row = cli.run("ledger", "list", "--what", "eval chat", "--json").lines().getFirst();
    assertEquals(3, row.number("rows"));
  }

  @Test
  void aRunIsTheSameAgainAndIsReplayedWithoutAModel() {
    String[] run = {"eval", "chat", "阿远", "--samples", "3", "--seed", "4", "--json"};
    String recorded = with(run, "--model", "scripted:script.yaml", "--record", "kept").out();
    assertEquals(recorded, with(run, "--model", "scripted:script.yaml").out());
    Cli.Result replayed = with(run, "--replay", "kept");
    assertEquals(0, replayed.code(), replayed.err());
    assertEquals(
        Shape.read(recorded).get("samples"), replayed.object().get("samples"), replayed.err());
  }

  @Test
  void thePersonasOwnIndexStaysAsItIs() throws Exception {
    Path stamp = folder.resolve("home/index/阿远/memory.json");
    String before = Files.readString(stamp);
    assertEquals(0, cli.run("eval", "chat", "阿远", "--samples", "3").code());
    assertEquals(before, Files.readString(stamp));
  }

  @Test
  void withoutRecallNothingComesToMind() {
    Shape shape =
        cli.run(
                "eval",
                "chat",
                "阿远",
                "--model",
                "scripted",
                "--no-recall",
                "--samples",
                "3",
                "--json")
            .object();
    assertEquals(false, shape.get("recall"));
    Shape evidenced =
        shape.list("measures").stream()
            .filter(m -> m.get("measure").equals("evidenced"))
            .findFirst()
            .orElseThrow();
    assertEquals(0.0, evidenced.real("value"));
  }

  private Cli.Result with(String[] arguments, String... more) {
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return cli.run(all);
  }
}
