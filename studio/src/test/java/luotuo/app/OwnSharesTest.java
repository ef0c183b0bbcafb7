package luotuo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import luotuo.job.Failure;
import luotuo.prompt.Preset;
import luotuo.prompt.Shares;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSharesTest {
  @TempDir Path prompts;

  @Test
  void withoutAFileThePresetHasIts() {
    assertEquals(Preset.SMALL.shares(), OwnShares.over(Preset.SMALL, prompts));
  }

  @Test
  void whatIsSetForAllHoldsForAllAndWhatIsSetForOneForThatAlone() throws IOException {
    write("# mine\nscenes: 0.2\nhistory: 0.5\nsmall:\n  scenes: 0.7\n  persona: 0.3\n");
    Shares small = Preset.SMALL.shares();
    assertEquals(
        new Shares(0.3, small.memories(), small.summary(), 0.7, 0.5),
        OwnShares.over(Preset.SMALL, prompts));
    Shares large = Preset.LARGE.shares();
    assertEquals(
        new Shares(large.persona(), large.memories(), large.summary(), 0.2, 0.5),
        OwnShares.over(Preset.LARGE, prompts));
  }

  @Test
  void aFileOfCommentsSetsNothing() throws IOException {
    write("# nothing yet\n\n");
    assertEquals(Preset.LARGE.shares(), OwnShares.over(Preset.LARGE, prompts));
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() throws IOException {
    wrong("shares.key", 2, "scenes: 0.2\nsceens: 0.1\n");
    wrong("shares.part", 3, "scenes: 0.2\nlarge:\n  small: 0.1\n");
    wrong("shares.number", 2, "scenes: 0.2\nmemories: -0.1\n");
    wrong("shares.number", 4, "scenes: 0.2\nlarge:\n  persona: 0.2\n  scenes: much\n");
    wrong("shares.number", 1, "scenes: .nan\n");
    wrong("shares.preset", 2, "scenes: 0.2\nmiddling: 0.3\n");
    wrong("shares.malformed", 2, "scenes: 0.2\n  memories: 0.1\n");
    wrong("shares.zero", 1, "persona: 0\nmemories: 0\nsummary: 0\nscenes: 0\nhistory: 0\n");
    wrong("shares.zero", 1, "memories: 0\nsummary: 0\nscenes: 0\nhistory: 0\n");
    wrong("shares.range", 2, "scenes: 0.2\nlarge:\n  memories: 0.9\n");
  }

  private void wrong(String key, int line, String text) throws IOException {
    write(text);
    Failure failure =
        assertThrows(Failure.class, () -> OwnShares.over(Preset.SMALL, prompts), text);
    assertEquals(key, failure.problem().key(), text);
    assertEquals(
        List.of(prompts.resolve(OwnShares.FILE).toString(), String.valueOf(line)),
        failure.problem().arguments().subList(0, 2),
        text);
  }

  private void write(String text) throws IOException {
    Files.writeString(prompts.resolve(OwnShares.FILE), text);
  }
}
