package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a real transcript to a reply with evidence, with the real models.
@Tag("real-data")
class TalkRealDataTest {
  private static final Path SHARED =
      Path.of(System.getProperty("luotuo.root", "..")).resolve("../shared").normalize();

  @TempDir Path folder;

  private static String there(String path) {
    Path file = SHARED.resolve(path).toAbsolutePath();
    assumeTrue(Files.exists(file), "not here: " + file);
    return file.toString();
  }

  @Test
  void theSeedTalksInOneStep() {
    Cli cli = Cli.in(folder).withRealModels();
    Cli.Result result = cli.run("chat", there("seed/luotuo.txt"), "你参加过挑战杯吗", "--json");
    Shape reply = result.object();
    assertEquals(false, reply.get("outOfScope"));
    assertTrue(reply.text("reply").contains("特奖"), result.out());
    assertEquals(20, result.object().list("evidence").getFirst().get("line"));
    Cli.Result declined = cli.run("chat", "李鲁鲁", "红烧肉怎么做才不腻？", "--json");
    assertEquals(true, declined.object().get("outOfScope"), declined.out());
  }

  @Test
  void aChatHaruhiFolderTalks() {
    Cli cli = Cli.in(folder).withRealModels();
    String source = there("corpora/chatharuhi/tongxiangyu");
    Cli.Result imported = cli.run("persona", "import", source, "--name", "佟湘玉", "--json");
    Shape lines = imported.object().object("lines");
    assertTrue(lines.number("kept") > 100, imported.err());
    assertEquals(0, cli.run("chat", "佟湘玉", "掌柜的，工钱什么时候发？", "--json").code());
    assertTrue(cli.run("recall", "佟湘玉", "展堂", "-k", "2", "--json").out().contains("展堂"));
  }
}
