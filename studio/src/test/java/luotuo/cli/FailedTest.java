package luotuo.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import luotuo.app.Studio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What nobody foresaw: one sentence, the details in a file, exit code 1.
class FailedTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Path home, Session.Opening opening) {
    PrintStream print = new PrintStream(err, false, StandardCharsets.UTF_8);
    var none = new ByteArrayInputStream(new byte[0]);
    var environment = Map.of("LUOTUO_HOME", home.toString());
    return new Program(
            new Streams(none, print, print, false, false, false),
            new Surroundings(environment, Map.of(), folder, Locale.CHINA),
            opening)
        .run("persona", "list");
  }

  private static Studio bug() {
    throw new IllegalStateException("a bug\nin two lines");
  }

  private static Studio exhausted() {
    throw new OutOfMemoryError("Java heap space");
  }

  @Test
  void theDetailsGoIntoAFile() throws IOException {
    assertEquals(1, run(folder, (_, _) -> bug()));
    Path log = folder.resolve("errors.log");
    assertEquals(
        "出了不该出的错（IllegalStateException: a bug in two lines），详情写在 " + log + "。\n",
        err.toString(StandardCharsets.UTF_8));
    assertTrue(Files.readString(log).contains("at luotuo.cli.FailedTest.bug"));
  }

  @Test
  void errorsOfTheMachineToo() {
    assertEquals(1, run(folder, (_, _) -> exhausted()));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("OutOfMemoryError: Java heap space"), said);
  }

  @Test
  void whereNothingCanBeWrittenItSaysSo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(1, run(file.resolve("home"), (_, _) -> bug()));
    String said = err.toString(StandardCharsets.UTF_8);
    assertEquals(1, said.lines().count());
    assertTrue(said.contains("没有地方"), said);
  }
}
