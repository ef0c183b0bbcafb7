package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Keys on a terminal.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TerminalLinesTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String TAB = "\t";
  private static final Completions COMPLETIONS =
      new Completions(List.of("/why", "/as 投资人", "/history"), List.of("徐持衡", "Li Lulu"));

  @TempDir Path folder;

  private final PipedOutputStream keyboard = new PipedOutputStream();
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  private TerminalLines typing(String keys) throws IOException {
    var in = new PipedInputStream(keyboard, 1 << 16);
    type(keys);
    var terminal = new ExternalTerminal("test", "ansi", in, screen, StandardCharsets.UTF_8);
    return new TerminalLines(terminal, Optional.of(folder.resolve("history")), COMPLETIONS);
  }

  private void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  /// Types when the screen shows a text so many times.
  private void typeAfter(String text, int times, String keys) {
    try {
      while (screen.toString(StandardCharsets.UTF_8).split(text, -1).length <= times) {
        Thread.sleep(10);
      }
      type(keys);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void linesComeAsTheyAreTyped() throws IOException {
    try (TerminalLines lines = typing("你好\rwhat is! \\ \"this\r" + CTRL_D)) {
      assertEquals("你好", lines.next("> "));
      assertEquals("what is! \\ \"this", lines.next("> "));
      assertNull(lines.next("> "));
    }
  }

  @Test
  void controlCClearsTheLine() throws IOException {
    try (TerminalLines lines = typing("")) {
      // A pipe calls a thread that wrote to it and ended a dead one, so this one outlives the test.
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                // A terminal echoes before anybody reads a line, and ends nothing by control-C
                // then.
                typeAfter("> ", 1, "gone");
                typeAfter("gone", 1, CTRL_C);
                typeAfter("> ", 2, "kept\r");
                LockSupport.park();
              });
      assertEquals("kept", lines.next("> "));
    }
  }

  @Test
  void tabCompletesCommandsAndNames() throws IOException {
    try (TerminalLines lines =
        typing("/w" + TAB + "\r/as 投" + TAB + "\r你认识徐" + TAB + "\r" + CTRL_D)) {
      assertEquals("/why", String.valueOf(lines.next("> ")).strip());
      assertEquals("/as 投资人", String.valueOf(lines.next("> ")).strip());
      assertEquals("你认识徐持衡", String.valueOf(lines.next("> ")).strip());
    }
  }

  @Test
  void whatWasTypedIsRemembered() throws IOException {
    try (TerminalLines lines = typing("第一句\r" + CTRL_D)) {
      lines.next("> ");
      lines.next("> ");
    }
    assertEquals("第一句\n", Files.readString(folder.resolve("history")));
  }

  @Test
  void aPasteOfThreeThousandCharactersIsOneLine() throws IOException {
    // Latin letters: JLine's reader of a simulated terminal stops where 2,048 bytes end within one.
    String paste = "a camel, ".repeat(334);
    try (TerminalLines lines = typing("\u001b[200~" + paste + "\u001b[201~\r")) {
      assertEquals(paste, lines.next("> "));
    }
  }
}
