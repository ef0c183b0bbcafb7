package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody sees who sits at a terminal, here one that cannot edit.
class AtTerminalTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void sitDown() {
    cli = Cli.in(folder).having("talk.txt", Cli.TRANSCRIPT).withShipped().atTerminal();
  }

  @Test
  void enterTalksToTheFirstWhoSpeaksTheLanguage() {
    Cli.Result result = cli.speaking("zh").typing("\n不\n你好\n").run();
    assertEquals(0, result.code());
    assertTrue(result.out().contains("model pull"), result.out());
    assertTrue(result.out().contains("回车跟李鲁鲁聊"), result.out());
    assertTrue(result.out().contains("李鲁鲁 › 你好，我是李鲁鲁。想聊骆驼"), result.out());
    assertTrue(result.out().contains("你 › 李鲁鲁 › "), result.out());
    assertTrue(result.err().contains("没有设置语言模型"), result.err());
  }

  @Test
  void aNumberOrANameChooses() {
    assertTrue(cli.typing("2\n").run().out().contains("李鲁鲁 › "));
    assertTrue(cli.typing("老郝\n").run().out().contains("郝远 › "));
    Cli.Result wrong = cli.typing("99\nnobody\n").run();
    assertEquals(0, wrong.code());
    assertTrue(wrong.err().contains("no 99 in the list"), wrong.err());
    assertTrue(wrong.err().contains("no nobody in the list"), wrong.err());
  }

  @Test
  void aSecondTalkGoesOnWithoutGreeting() {
    String first = cli.typing("no\n你好\n").run("chat", "talk.txt").out();
    assertTrue(first.contains("你养过什么动物？"), first);
    String second = cli.typing("").run("chat", "阿远").out();
    assertTrue(second.contains("your last conversation with 阿远 (turns so far: 1)"), second);
    assertFalse(second.contains("你养过什么动物？"), second);
  }

  @Test
  void noColorsWhereTheTerminalHasNone() {
    assertFalse(cli.typing("你好\n").run("chat", "talk.txt").out().contains("\u001b["));
  }
}
